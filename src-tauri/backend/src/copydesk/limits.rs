//! How long a text may be: what the channel's profile says, and the copy desk's own rule where it says
//! nothing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules::Severity;
use crate::listings::{Profile, Unit};

/// How long a text may be on a channel, and whether emoji may stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Limit {
    /// The channel.
    pub channel: String,
    /// Its Chinese name.
    pub channel_title: String,
    /// The kind of text.
    pub kind: String,
    /// How it counts.
    pub unit: Unit,
    /// At least.
    pub min: usize,
    /// At most.
    pub max: usize,
    /// What an emoji is here.
    pub emoji: Severity,
    /// For selling points, where the channel has a say: how many, and how long each.
    pub points: Option<Points>,
}

/// How many selling points a channel takes, and how long each may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Points {
    /// At most so many.
    pub most: usize,
    /// Each at most so many characters.
    pub longest: usize,
}

/// So many selling points where the channel has no say.
pub(super) const POINTS: usize = 5;
/// The longest selling point of a listing where the channel has no say.
const POINT: usize = 500;

/// The copy desk's own rule of a kind, before the channel has been asked.
#[derive(Debug, Clone, Deserialize)]
pub struct OwnRule {
    /// The kind of text.
    pub kind: String,
    /// How it counts.
    pub unit: Unit,
    /// At least.
    pub min: usize,
    /// At most.
    pub max: usize,
    /// What an emoji is here.
    pub emoji: Severity,
}

/// The rule for a channel. Titles and selling points are as long as the channel's profile says, which
/// is where listings are held to it; of everything else a profile says nothing.
pub fn limit(own: OwnRule, channel: &str, profile: Option<&Profile>) -> Limit {
    let named = profile.map(|p| p.title.as_str()).or_else(|| place_title(channel));
    let mut limit = Limit {
        channel: channel.to_owned(),
        channel_title: named.unwrap_or(channel).to_owned(),
        kind: own.kind,
        unit: own.unit,
        min: own.min,
        max: own.max,
        emoji: own.emoji,
        points: None,
    };
    let Some(profile) = profile else { return limit };
    match limit.kind.as_str() {
        "title" => {
            limit.unit = profile.title_unit;
            limit.max = profile.title_max;
            limit.min = limit.min.min(limit.max);
            limit.emoji = Severity::Block;
        }
        "selling_point" if profile.bullets_max > 0 => {
            let longest = if profile.bullet_max > 0 { profile.bullet_max } else { POINT };
            limit.unit = Unit::Char;
            // One line end between two points.
            limit.max = profile.bullets_max * (longest + 1) - 1;
            limit.points = Some(Points { most: profile.bullets_max, longest });
        }
        _ => {}
    }
    limit
}

/// Places that texts are written for and that are no channel of listings, with their Chinese names.
pub const PLACES: &[(&str, &str)] = &[
    ("general", "通用"),
    ("jd", "京东"),
    ("pdd", "拼多多"),
    ("douyin", "抖店"),
    ("weibo", "微博"),
    ("wechat", "微信"),
];

/// The Chinese name of such a place.
pub fn place_title(code: &str) -> Option<&'static str> {
    PLACES.iter().find(|(c, _)| *c == code).map(|(_, title)| *title)
}

#[cfg(test)]
mod tests {
    use super::super::rules::{WordList, check};
    use super::*;

    fn own(kind: &str, max: usize) -> OwnRule {
        let (unit, min, emoji) = (Unit::Cjk2, 10, Severity::Warn);
        OwnRule { kind: kind.into(), unit, min, max, emoji }
    }

    #[test]
    fn the_channels_profile_has_the_last_word_on_titles_and_selling_points_only() {
        let amazon = Profile {
            code: "amazon".into(),
            title: "Amazon".into(),
            title_max: 200,
            title_unit: Unit::Char,
            bullets_max: 2,
            bullet_max: 10,
            active: true,
        };
        let title = limit(own("title", 60), "amazon", Some(&amazon));
        assert_eq!((title.max, title.unit, title.emoji), (200, Unit::Char, Severity::Block));
        assert_eq!(title.channel_title, "Amazon");
        let detail = limit(own("detail", 60), "amazon", Some(&amazon));
        assert_eq!((detail.max, detail.unit), (60, Unit::Cjk2));
        let weibo = limit(own("title", 60), "weibo", None);
        assert_eq!((weibo.max, weibo.channel_title.as_str()), (60, "微博"));
        let points = limit(own("selling_point", 500), "amazon", Some(&amazon));
        let none = WordList::new(Vec::new(), "amazon").unwrap();
        let wrong = |text: &str| check(text, "selling_point", Some(&points), &none);
        assert!(wrong("一二三四五六七八九十\n一二三四五六七八九十").is_empty());
        let said = wrong("一\n二\n一二三四五六七八九十一");
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].message.contains("最多 2 条") && said[1].message.contains("第 3 条"));
    }
}

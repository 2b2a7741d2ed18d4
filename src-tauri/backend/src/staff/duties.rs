//! The page of the 76 duties: each with the pages that serve it, and honestly where there is none yet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kernel::rights::Ask;
use crate::kernel::{Cx, Module, Need, Post, Query, Result};

/// The duties word for word, and which pages serve them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duties {}

/// One duty.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Duty {
    /// `OS-1`.
    pub id: String,
    /// The post.
    pub post: Post,
    /// Its Chinese name.
    pub post_title: &'static str,
    /// Word for word.
    pub text: &'static str,
    /// The pages that serve it: route and title. Empty: none yet.
    pub pages: Vec<(&'static str, &'static str)>,
    /// They serve all of it; otherwise a part, and the rest is still done elsewhere.
    pub whole: bool,
}

impl Query for Duties {
    type Output = Vec<Duty>;
    const NAME: &'static str = "duties.list";
    const TITLE: &'static str = "岗位职责";
    const NEEDS: Need = Need::Any(&[Ask::read(Module::People)]);
    const PROVIDES: &'static [&'static str] = &[];
    fn run(self, _: &Cx<'_>) -> Result<Self::Output> {
        Ok(all())
    }
}

/// The short name of each post in duty ids, in the order of the text.
const POSTS: &[(&str, Post)] = &[
    ("OS", Post::OpsSupervisor),
    ("CS", Post::CustomerService),
    ("MM", Post::MallManager),
    ("DS", Post::Designer),
    ("CW", Post::Copywriter),
    ("OP", Post::OpsSpecialist),
    ("OV", Post::Overseas),
    ("MD", Post::Merchandiser),
    ("PP", Post::ProductPlanner),
    ("PR", Post::Promotion),
];

/// Which pages serve which duties. A page is listed only when it is there.
const SERVED: &[(&str, &[&str])] = &[
    ("/team", &["OS-9"]),
    ("/org", &["OS-6"]),
    ("/duties", &["PR-8"]),
    ("/card", &["CS-1", "MM-1", "OV-2", "PR-1"]),
    ("/products", &["CS-1", "MM-1", "OV-2", "CW-1"]),
    ("/listings", &["OP-1", "OV-2", "OV-5", "DS-2", "PR-7"]),
    ("/prices", &["OP-1", "PR-4"]),
    ("/imports", &["OP-1", "OV-5"]),
    ("/campaigns", &["PR-3", "DS-3", "CW-2"]),
    ("/taxonomy", &["CW-1"]),
    ("/assets", &["DS-1", "DS-2", "DS-3", "DS-5", "PP-3", "OV-5"]),
    ("/copy", &["CW-1", "CW-2", "OV-5"]),
    ("/copy-words", &["CW-1", "CW-2"]),
];

/// Of these duties the pages serve all that the words ask for. Only what was held against them one by one
/// stands here.
const WHOLE: &[&str] = &["DS-1", "DS-3", "CW-1", "CW-2", "OP-1", "OV-5"];

/// The pages' titles.
const PAGES: &[(&str, &str)] = &[
    ("/team", "员工"),
    ("/org", "岗位与任职"),
    ("/duties", "岗位职责"),
    ("/card", "速查卡"),
    ("/products", "产品与速查卡"),
    ("/listings", "上架"),
    ("/prices", "改价"),
    ("/imports", "导入"),
    ("/campaigns", "活动"),
    ("/taxonomy", "类目与风格"),
    ("/assets", "素材队列"),
    ("/copy", "文案台"),
    ("/copy-words", "违禁词"),
];

/// All duties, read from the text as it was given (its numbers jump and one line holds two).
pub fn all() -> Vec<Duty> {
    let text = include_str!("duties.txt");
    let mut out = Vec::new();
    let mut post = 0;
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        if let Some(i) = heading(line) {
            post = i;
            continue;
        }
        for (number, start, end) in items(line) {
            let (short, code) = POSTS[post];
            let id = format!("{short}-{number}");
            let pages = SERVED
                .iter()
                .filter(|(_, ids)| ids.contains(&id.as_str()))
                .filter_map(|(route, _)| PAGES.iter().find(|(r, _)| r == route).copied())
                .collect();
            let text = line[start..end].trim();
            let whole = WHOLE.contains(&id.as_str());
            out.push(Duty { id, post: code, post_title: code.title(), text, pages, whole });
        }
    }
    out
}

/// `三、商城管理` begins the third post.
fn heading(line: &str) -> Option<usize> {
    let (number, rest) = line.split_once('、')?;
    let index = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        .iter()
        .position(|n| *n == number)?;
    (!rest.is_empty()).then_some(index)
}

/// The numbered items of one line: number, start and end of their words.
fn items(line: &str) -> Vec<(u32, usize, usize)> {
    let bytes = line.as_bytes();
    let mut starts: Vec<(u32, usize, usize)> = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        let digits = bytes[i..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits > 0 {
            let after = i + digits;
            let dotted = bytes.get(after) == Some(&b'.');
            // "8细化…" lacks its dot; only the start of a line may.
            if dotted || i == 0 {
                let number = line[i..after].parse().unwrap_or_default();
                starts.push((number, i, after + usize::from(dotted)));
            }
            i = after;
        } else {
            i += 1;
        }
    }
    let ends: Vec<usize> =
        starts.iter().skip(1).map(|(_, at, _)| *at).chain([line.len()]).collect();
    starts.into_iter().zip(ends).map(|((n, _, from), to)| (n, from, to)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_76_duties_in_ten_posts() {
        let duties = all();
        let per_post: Vec<usize> = POSTS
            .iter()
            .map(|(_, post)| duties.iter().filter(|d| d.post == *post).count())
            .collect();
        assert_eq!(per_post, [10, 7, 7, 6, 7, 7, 9, 8, 6, 9]);
        assert_eq!(duties.len(), 76);
    }

    #[test]
    fn the_text_is_word_for_word() {
        let duties = all();
        let of = |id: &str| duties.iter().find(|d| d.id == id).unwrap().text;
        assert!(of("CS-4").starts_with("负责处理接单、打单、查单"));
        assert!(of("PR-8").starts_with("细化各淘宝店铺人员"));
        assert_eq!(of("OS-10"), "上级领导安排的其他相关工作。");
    }

    #[test]
    fn a_duty_without_a_page_is_not_said_to_be_served() {
        let wrong: Vec<String> =
            all().into_iter().filter(|d| d.whole && d.pages.is_empty()).map(|d| d.id).collect();
        assert_eq!(wrong, [""; 0]);
        assert_eq!(all().iter().filter(|d| d.whole).count(), WHOLE.len());
    }

    #[test]
    fn every_page_named_serves_a_real_duty() {
        let ids: Vec<String> = all().into_iter().map(|d| d.id).collect();
        for (_, served) in SERVED {
            for id in *served {
                assert!(ids.iter().any(|i| i == id), "{id}");
            }
        }
    }
}

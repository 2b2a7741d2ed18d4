//! What a brief has to answer, by kind. The form shows these questions, in Chinese or in English.

use super::rules::AssetKind;

/// A question of a brief: in Chinese and in English, as the forms show it.
pub type Question = (&'static str, &'static str);

/// The questions of a kind of picture.
pub const fn questions(kind: AssetKind) -> &'static [Question] {
    match kind {
        AssetKind::MainImage => &[
            ("画面", "Scene"),
            ("卖点（最多 3 条）", "Selling points (up to 3)"),
            ("图上文字", "Words on the picture"),
            ("不要出现", "Avoid"),
        ],
        AssetKind::WhiteBg => &[
            ("拍摄角度", "Angle"),
            ("要带的配件", "Accessories shown"),
            ("阴影/倒影", "Shadow or reflection"),
        ],
        AssetKind::DetailPage => &[
            ("版块顺序", "Order of sections"),
            ("卖点与证明", "Selling points and proof"),
            ("尺码/参数", "Sizes and facts"),
            ("文案来源", "Source of the copy"),
        ],
        AssetKind::SkuImage => &[
            ("颜色/规格", "Colours or options"),
            ("要一致的角度", "Common angle"),
            ("色差要求", "Colour accuracy"),
        ],
        AssetKind::Banner => &[
            ("主题", "Theme"),
            ("主标题/副标题", "Headline and subline"),
            ("价格与时间", "Price and dates"),
            ("跳转到", "Leads to"),
        ],
        AssetKind::CampaignPage => &[
            ("哪一场活动", "Which campaign"),
            ("活动规则", "Rules"),
            ("价格与时间", "Price and dates"),
            ("商品与排序", "Products and order"),
        ],
        AssetKind::AdCreative => &[
            ("投放位置", "Placement"),
            ("人群", "Audience"),
            ("卖点/文案", "Selling point and copy"),
            ("要几个版本", "How many variants"),
        ],
        AssetKind::StaticPage => &[
            ("页面用途", "Purpose"),
            ("内容", "Content"),
            ("链接", "Links"),
            ("交付格式", "Deliver as"),
        ],
        AssetKind::SocialImage => &[
            ("平台与账号", "Platform and account"),
            ("正文主题", "Topic of the post"),
            ("图上文字", "Words on the picture"),
            ("张数", "How many"),
        ],
        AssetKind::VideoCover => &[
            ("视频标题", "Video title"),
            ("取哪一帧", "Which frame"),
            ("封面文字", "Words on the cover"),
        ],
        AssetKind::Retouch => &[
            ("要修的地方", "What to retouch"),
            ("保留不动的地方", "What stays"),
            ("原图位置", "Where the originals are"),
        ],
        AssetKind::Other => {
            &[("用途", "Purpose"), ("内容", "Content"), ("尺寸与格式", "Size and format")]
        }
    }
}

/// The questions, in Chinese, that a brief leaves open. The answer is what stands between a question
/// with its colon and the next one; 无 is an answer, a dash is none.
pub fn unanswered(questions: &[Question], brief: &str) -> Vec<&'static str> {
    // A question in either language, found by its beginning: its hint in brackets may be gone.
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (which, (zh, en)) in questions.iter().enumerate() {
        for label in [zh, en] {
            found.extend(places(brief, label).map(|(from, to)| (from, to, which)));
        }
    }
    found.sort_unstable();
    let answered = |which: usize| {
        found.iter().enumerate().any(|(at, (_, to, asked))| {
            let end = found.get(at + 1).map_or(brief.len(), |next| next.0);
            *asked == which
                && brief
                    .get(*to..end)
                    .is_some_and(|answer| answer.chars().any(char::is_alphanumeric))
        })
    };
    let open = questions.iter().enumerate().filter(|(which, _)| !answered(*which));
    open.map(|(_, (zh, _))| *zh).collect()
}

/// Where a question stands: where it begins and where its answer does.
fn places<'a>(brief: &'a str, label: &str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let stem = label.split(['（', '(']).next().unwrap_or(label).trim().to_owned();
    let found: Vec<(usize, usize)> = brief
        .match_indices(stem.as_str())
        .filter_map(|(from, _)| {
            // 内容 is not asked by 正文内容.
            let before = brief.get(..from)?.chars().next_back();
            let rest = brief.get(from + stem.len()..)?;
            let colon = rest.find(['：', ':'])?;
            let hint = rest.get(..colon)?.trim();
            let is_hint =
                hint.is_empty() || hint.starts_with(['（', '(']) && hint.ends_with(['）', ')']);
            let wide = rest.get(colon..)?.chars().next()?.len_utf8();
            (is_hint && !before.is_some_and(char::is_alphanumeric))
                .then_some((from, from + stem.len() + colon + wide))
        })
        .collect();
    found.into_iter()
}

/// A brief that answers everything.
#[cfg(test)]
pub fn sample(questions: &[Question]) -> String {
    let answers: Vec<String> = questions.iter().map(|(zh, _)| format!("{zh}：按样图")).collect();
    answers.join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::rules::KINDS;
    use super::*;

    fn kind(code: &str) -> AssetKind {
        serde_json::from_value(code.into()).unwrap()
    }

    /// The same questions as the form fills in.
    #[test]
    fn the_form_asks_what_the_rule_asks() {
        let words = [
            include_str!("../../../../ui/src/rooms/assets/locale/zh-CN.json"),
            include_str!("../../../../ui/src/rooms/assets/locale/en.json"),
        ]
        .map(|text| serde_json::from_str::<serde_json::Value>(text).unwrap());
        for (code, _) in KINDS {
            let asked = questions(kind(code));
            let zh: Vec<String> = asked.iter().map(|(zh, _)| format!("{zh}：")).collect();
            let en: Vec<String> = asked.iter().map(|(_, en)| format!("{en}:")).collect();
            assert_eq!(words[0]["brief"][code], zh.join("\n"), "{code}");
            assert_eq!(words[1]["brief"][code], en.join("\n"), "{code}");
            assert_eq!(unanswered(asked, &zh.join("\n")).len(), asked.len(), "{code}");
            assert_eq!(unanswered(asked, &en.join("\n")).len(), asked.len(), "{code}");
            assert!(unanswered(asked, &sample(asked)).is_empty(), "{code}");
        }
    }

    #[test]
    fn an_answer_stands_behind_its_question_in_either_language() {
        let asked = questions(AssetKind::MainImage);
        let open = |brief: &str| unanswered(asked, brief);
        assert!(open("画面：海边\n卖点：真丝\n图上文字：无\n不要出现：模特").is_empty());
        assert!(open("Scene: sea\nSelling points (up to 3):\n1. silk\nWords on the picture: none\nAvoid: models").is_empty());
        assert_eq!(
            open("画面：海边\n卖点（最多 3 条）：\n图上文字：——\n不要出现：模特"),
            ["卖点（最多 3 条）", "图上文字"]
        );
        assert_eq!(open("好看一点，大气一点，尽快给我").len(), 4);
        let other = questions(AssetKind::Other);
        assert_eq!(unanswered(other, "用途：门牌 正文内容：A4\n尺寸与格式：A4"), ["内容"]);
    }
}

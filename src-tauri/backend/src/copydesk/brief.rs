//! What the brief of a text has to answer, by kind. The form shows these questions, in Chinese or in
//! English.

use super::rules::CopyKind;
use crate::assets::{Question, unanswered};
use crate::kernel::{Error, Result};

impl CopyKind {
    /// The questions of this kind.
    pub const fn questions(self) -> &'static [Question] {
        match self {
            Self::Title => &[("必须有的词", "Words it must have"), ("不要出现", "Avoid")],
            Self::Subtitle => &[("要补充什么", "What it adds"), ("不要出现", "Avoid")],
            Self::SellingPoint => &[("写给谁看", "For whom"), ("卖点与证明", "Points and proof")],
            Self::Detail => &[
                ("版块顺序", "Order of sections"),
                ("卖点与证明", "Points and proof"),
                ("尺码与护理", "Sizes and care"),
            ],
            Self::Faq => {
                &[("要回答的问题", "Questions to answer"), ("依据", "Where the facts are")]
            }
            Self::Campaign => &[
                ("哪一场活动", "Which campaign"),
                ("价格与时间", "Price and dates"),
                ("活动规则", "Rules"),
            ],
            Self::Brand => &[("用在哪里", "Used where"), ("要表达什么", "What it says")],
            Self::Social => {
                &[("平台与账号", "Platform and account"), ("主题", "Topic"), ("口吻", "Tone")]
            }
            Self::Script => {
                &[("时长", "Length"), ("场景与人物", "Scene and people"), ("卖点", "Points")]
            }
        }
    }
}

/// Refuses a brief that leaves questions of its kind open.
pub(super) fn check_brief(kind: CopyKind, brief: &str) -> Result<()> {
    let open = unanswered(kind.questions(), brief);
    if open.is_empty() {
        return Ok(());
    }
    Err(Error::invalid(
        "brief",
        format!(
            "“{}”的需求说明还没有回答：{}。请写在问题的冒号后面，没有的写“无”",
            kind.title(),
            open.join("、")
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::rules::KINDS;
    use super::*;

    /// The same questions as the form fills in.
    #[test]
    fn the_form_asks_what_the_rule_asks() {
        let words = [
            include_str!("../../../../ui/src/rooms/copydesk/locale/zh-CN.json"),
            include_str!("../../../../ui/src/rooms/copydesk/locale/en.json"),
        ]
        .map(|text| serde_json::from_str::<serde_json::Value>(text).unwrap());
        for (code, _) in KINDS {
            let kind: CopyKind = serde_json::from_value((*code).into()).unwrap();
            let zh: Vec<String> =
                kind.questions().iter().map(|(zh, _)| format!("{zh}：")).collect();
            let en: Vec<String> = kind.questions().iter().map(|(_, en)| format!("{en}:")).collect();
            assert_eq!(words[0]["questions"][code], zh.join("\n"), "{code}");
            assert_eq!(words[1]["questions"][code], en.join("\n"), "{code}");
            assert!(check_brief(kind, &zh.join("\n")).is_err(), "{code}");
            assert!(check_brief(kind, &en.join(" yes\n")).is_err(), "{code}");
            assert!(check_brief(kind, &format!("{} yes", en.join(" yes\n"))).is_ok(), "{code}");
        }
    }
}

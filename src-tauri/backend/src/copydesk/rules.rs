//! Pure rules of copy: kinds, what is wrong with a text, the word diff, and the life cycle.

use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::limits::{Limit, POINTS, Points};
use crate::kernel::lifecycle::{Lifecycle, State, Step, Tone, Who};
use crate::kernel::{Error, Module, Post, Result};
use crate::listings::title_length;

/// The longest text of one version, in characters.
pub const MAX_CHARS: usize = 100_000;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "KINDS says what each is")]
pub enum CopyKind {
    Title,
    Subtitle,
    SellingPoint,
    Detail,
    Faq,
    Campaign,
    Brand,
    Social,
    Script,
}

/// The kinds with their Chinese names.
pub const KINDS: &[(&str, &str)] = &[
    ("title", "标题"),
    ("subtitle", "副标题"),
    ("selling_point", "卖点"),
    ("detail", "详情页"),
    ("faq", "问答"),
    ("campaign", "活动文案"),
    ("brand", "品牌文案"),
    ("social", "社媒"),
    ("script", "脚本"),
];

impl CopyKind {
    /// The code in data.
    pub fn code(self) -> &'static str {
        KINDS[self as usize].0
    }
    /// The Chinese name.
    pub fn title(self) -> &'static str {
        KINDS[self as usize].1
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}'
        | '\u{FE0F}' | '\u{20E3}' | '\u{E0020}'..='\u{E007F}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{FEFF}' | '\u{00AD}')
        || (c.is_control() && c != '\n' && c != '\t')
}

/// The text without control and zero-width characters, line ends as `\n`, blank ends cut; and how
/// many characters were taken out.
pub fn clean(text: &str) -> (String, usize) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut gone = 0;
    let mut chars = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        // A joiner inside an emoji sequence is part of the picture.
        let joins = c == '\u{200D}'
            && out.chars().next_back().is_some_and(is_emoji)
            && chars.peek().copied().is_some_and(is_emoji);
        if is_invisible(c) && !joins {
            gone += 1;
        } else {
            out.push(c);
        }
    }
    (out.trim().to_owned(), gone)
}

/// How bad a finding is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing to do.
    Ok,
    /// Look at it.
    Warn,
    /// Cannot be submitted as it is.
    Block,
}

impl Severity {
    /// The code in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Block => "block",
        }
    }
}

/// One finding of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// `empty`, `length`, `emoji`, `invisible`, `word`, `points`, `figure`, `duplicate`.
    pub code: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong and what to do.
    pub message: String,
    /// Where: first character and the one after the last.
    pub at: Option<(usize, usize)>,
    /// Whether a supervisor may let it pass with a reason.
    pub waivable: bool,
}

/// One banned word or an allowed phrase that holds one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Word {
    /// The word.
    pub word: String,
    /// 广告法, 医疗功效 …
    pub category: String,
    /// `block`, `warn`; `ok` is an allowed phrase, such as 第一次.
    pub severity: Severity,
    /// The channels it holds for; all when empty.
    pub channels: Vec<String>,
    /// What to say instead.
    pub suggestion: String,
}

/// The words of a channel, ready to look for.
pub struct WordList {
    automaton: Option<AhoCorasick>,
    words: Vec<Word>,
}

impl WordList {
    /// Those of `words` that hold for `channel`.
    pub fn new(words: Vec<Word>, channel: &str) -> Result<Self> {
        let words: Vec<Word> = words
            .into_iter()
            .filter(|w| w.channels.is_empty() || w.channels.iter().any(|c| c == channel))
            .filter(|w| !fold(&w.word).0.is_empty())
            .collect();
        let patterns: Vec<String> = words.iter().map(|w| fold(&w.word).0).collect();
        let automaton = if patterns.is_empty() {
            None
        } else {
            Some(
                AhoCorasick::builder()
                    .match_kind(MatchKind::LeftmostLongest)
                    .build(&patterns)
                    .map_err(Error::internal)?,
            )
        };
        Ok(Self { automaton, words })
    }

    fn find(&self, text: &str) -> Vec<Finding> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let (folded, places) = fold(text);
        automaton
            .find_iter(&folded)
            .filter_map(|hit| {
                let word = self.words.get(hit.pattern().as_usize())?;
                if word.severity == Severity::Ok {
                    return None;
                }
                let first = places.get(hit.start())?;
                let last = places.get(hit.end().checked_sub(1)?)?;
                let instead = if word.suggestion.is_empty() {
                    "请删去或换一种说法".to_owned()
                } else {
                    format!("可改为“{}”", word.suggestion)
                };
                Some(Finding {
                    code: "word".to_owned(),
                    severity: word.severity,
                    message: format!("“{}”属于{}用语，{instead}", word.word, word.category),
                    at: Some((*first, last + 1)),
                    waivable: true,
                })
            })
            .collect()
    }
}

/// Traditional forms of characters that banned words are written with to slip through.
const SIMPLE: &[(char, char)] = &[
    ('國', '国'),
    ('級', '级'),
    ('獨', '独'),
    ('極', '极'),
    ('頂', '顶'),
    ('絕', '绝'),
    ('對', '对'),
    ('無', '无'),
    ('雙', '双'),
    ('療', '疗'),
    ('藥', '药'),
    ('億', '亿'),
    ('萬', '万'),
    ('驗', '验'),
    ('證', '证'),
    ('領', '领'),
    ('導', '导'),
    ('專', '专'),
    ('業', '业'),
    ('銷', '销'),
    ('價', '价'),
    ('優', '优'),
    ('質', '质'),
    ('終', '终'),
    ('統', '统'),
    ('純', '纯'),
    ('癒', '愈'),
    ('減', '减'),
];

/// The text as words are looked for in: half width, lower case, simplified, without blanks, symbols
/// and invisible characters between the characters; line and sentence ends stay. For every byte, the
/// character of the original it came from.
pub(super) fn fold(text: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        let c = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            c => SIMPLE.iter().find(|(t, _)| *t == c).map_or(c, |(_, s)| *s),
        };
        let kept: Vec<char> = if c.is_alphanumeric() || c == '%' {
            c.to_lowercase().collect()
        } else if matches!(c, '\n' | '。' | '!' | '?' | '；' | ';' | '，' | ',') {
            vec!['\n']
        } else {
            continue;
        };
        for c in kept {
            out.push(c);
            places.extend(std::iter::repeat_n(at, c.len_utf8()));
        }
    }
    (out, places)
}

/// Everything wrong with a text of this kind under these limits and words.
pub fn check(text: &str, kind: &str, limit: Option<&Limit>, words: &WordList) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut say = |code: &str, severity, message: String, at| {
        out.push(Finding { code: code.to_owned(), severity, message, at, waivable: false });
    };
    if text.trim().is_empty() {
        say("empty", Severity::Block, "还没有内容，请先写正文".to_owned(), None);
        return out;
    }
    if let Some(limit) = limit {
        let len = title_length(text, limit.unit);
        if len > limit.max {
            say(
                "length",
                Severity::Block,
                format!(
                    "{}的上限是 {} {}，现在是 {len}，超出 {}。请删减",
                    limit.channel_title,
                    limit.max,
                    limit.unit.title(),
                    len - limit.max
                ),
                None,
            );
        } else if len < limit.min {
            say(
                "length",
                Severity::Warn,
                format!(
                    "{}建议至少 {} {}，现在只有 {len}",
                    limit.channel_title,
                    limit.min,
                    limit.unit.title()
                ),
                None,
            );
        }
    }
    if kind == "title" && text.contains('\n') {
        say("lines", Severity::Block, "标题只能有一行，请去掉换行".to_owned(), None);
    }
    if kind == "selling_point" {
        for message in points_wrong(text, limit) {
            say("points", Severity::Block, message, None);
        }
    }
    let emoji_is = limit.map_or(Severity::Ok, |l| l.emoji);
    if emoji_is > Severity::Ok {
        for (at, c) in text.chars().enumerate().filter(|(_, c)| is_emoji(*c)).take(20) {
            say(
                "emoji",
                emoji_is,
                format!("这个渠道不宜用表情符号（{c}），请删去"),
                Some((at, at + 1)),
            );
        }
    }
    for (at, c) in text.chars().enumerate().filter(|(_, c)| is_invisible(*c)).take(20) {
        if c != '\u{200D}' {
            say(
                "invisible",
                Severity::Warn,
                format!("有看不见的字符（U+{:04X}），保存时会去掉", c as u32),
                Some((at, at + 1)),
            );
        }
    }
    out.extend(words.find(text));
    out
}

/// What is wrong with selling points, one a line.
fn points_wrong(text: &str, limit: Option<&Limit>) -> Vec<String> {
    let rule = limit.and_then(|l| l.points);
    let points: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let most = rule.map_or(POINTS, |r| r.most);
    let mut out = Vec::new();
    if points.len() > most {
        out.push(format!("卖点最多 {most} 条（一行一条），现在有 {} 条", points.len()));
    }
    let (Some(limit), Some(Points { longest, .. })) = (limit, rule) else { return out };
    for (at, point) in points.iter().enumerate() {
        let len = point.chars().count();
        if len > longest {
            out.push(format!(
                "{}的卖点每条上限是 {longest} 个字符，第 {} 条现在是 {len}，超出 {}。请删减",
                limit.channel_title,
                at + 1,
                len - longest
            ));
        }
    }
    out
}

/// The worst of some findings.
pub fn worst(findings: &[Finding]) -> Severity {
    findings.iter().map(|f| f.severity).max().unwrap_or(Severity::Ok)
}

/// Whether a piece stands in both texts, only in the new one, or only in the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they are what they say")]
pub enum DiffOp {
    Equal,
    Insert,
    Delete,
}

/// A piece of a word diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DiffPiece {
    /// What happened to it.
    pub op: DiffOp,
    /// The piece.
    pub text: String,
}

/// The difference of two texts by words; a Chinese character is a word of its own.
pub fn diff(old: &str, new: &str) -> Vec<DiffPiece> {
    let (a, b) = (units(old), units(new));
    // Two long texts with nothing in common: a coarser answer in time rather than the finest ever.
    let deadline = Instant::now().checked_add(Duration::from_millis(400));
    let ops = similar::capture_diff_slices_deadline(similar::Algorithm::Myers, &a, &b, deadline);
    let mut out: Vec<DiffPiece> = Vec::new();
    let mut push = |op: DiffOp, pieces: &[&str]| {
        let text = pieces.concat();
        if text.is_empty() {
            return;
        }
        match out.last_mut() {
            Some(last) if last.op == op => last.text.push_str(&text),
            _ => out.push(DiffPiece { op, text }),
        }
    };
    for op in ops {
        let (tag, old, new) = op.as_tag_tuple();
        match tag {
            similar::DiffTag::Equal => push(DiffOp::Equal, &a[old]),
            similar::DiffTag::Delete => push(DiffOp::Delete, &a[old]),
            similar::DiffTag::Insert => push(DiffOp::Insert, &b[new]),
            similar::DiffTag::Replace => {
                push(DiffOp::Delete, &a[old]);
                push(DiffOp::Insert, &b[new]);
            }
        }
    }
    out
}

/// The text in units of the diff: runs of letters or digits, every other character by itself.
fn units(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let word = c.is_alphanumeric() && !is_wide(c);
        if at > start && !(word && in_word) {
            out.push(&text[start..at]);
            start = at;
        }
        in_word = word;
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
}

const WRITES: Who = Who::writer(Module::Copy);
const JUDGES: Who = Who::approver(Module::Copy);

/// The life of a copy request.
pub static CYCLE: Lifecycle = Lifecycle {
    name: "copy_doc",
    title: "文案",
    states: &[
        State { code: "draft", label: "草稿", tone: Tone::Neutral, last: false },
        State { code: "in_review", label: "待审核", tone: Tone::Info, last: false },
        State { code: "retake", label: "修改", tone: Tone::Warning, last: false },
        State { code: "approved", label: "已通过", tone: Tone::Success, last: false },
        State { code: "published", label: "已发布", tone: Tone::Success, last: false },
        State { code: "superseded", label: "已被替换", tone: Tone::Neutral, last: true },
        State { code: "cancelled", label: "已取消", tone: Tone::Neutral, last: true },
    ],
    steps: &[
        Step {
            from: &["draft", "retake"],
            action: "write",
            label: "写新版本",
            to: "=",
            who: &[Who::Assignee, WRITES],
            guard: None,
            needs_reason: false,
            four_eyes: false,
        },
        Step {
            from: &["draft", "retake"],
            action: "submit",
            label: "提交审核",
            to: "in_review",
            who: &[Who::Assignee, WRITES],
            guard: Some(
                "有新写的版本，检查没有红项（违禁词、与商品资料对不上的数字可由运营主管写明原因放行）",
            ),
            needs_reason: false,
            four_eyes: false,
        },
        Step {
            from: &["in_review"],
            action: "withdraw",
            label: "撤回",
            to: "draft",
            who: &[Who::Assignee],
            guard: None,
            needs_reason: false,
            four_eyes: false,
        },
        Step {
            from: &["in_review"],
            action: "approve",
            label: "通过",
            to: "approved",
            who: &[Who::Requester, JUDGES],
            guard: Some(
                "审核的人没有写这一版；品牌文案由运营主管审核；送审后商品资料没有改过，或已核对；按现在的词表和商品资料再查一遍没有红项",
            ),
            needs_reason: false,
            four_eyes: true,
        },
        Step {
            from: &["in_review"],
            action: "retake",
            label: "退回修改",
            to: "retake",
            who: &[Who::Requester, JUDGES],
            guard: None,
            needs_reason: true,
            four_eyes: true,
        },
        Step {
            from: &["approved"],
            action: "publish",
            label: "登记已发布",
            to: "published",
            who: &[Who::Requester, Who::Assignee, WRITES],
            guard: Some("商品资料在通过之后没有改过；按现在的词表和商品资料再查一遍没有红项"),
            needs_reason: false,
            four_eyes: false,
        },
        Step {
            from: &["in_review", "approved", "published"],
            action: "recheck",
            label: "资料已核对",
            to: "=",
            who: &[Who::Requester, JUDGES],
            guard: Some("商品资料在送审或通过之后改过"),
            needs_reason: false,
            four_eyes: false,
        },
        Step {
            from: &["approved", "published"],
            action: "revise",
            label: "改版",
            to: "draft",
            who: &[Who::Requester, Who::Assignee, JUDGES],
            guard: None,
            needs_reason: true,
            four_eyes: false,
        },
        Step {
            from: &["published"],
            action: "supersede",
            label: "标为已替换",
            to: "superseded",
            who: &[JUDGES, Who::System],
            guard: None,
            needs_reason: true,
            four_eyes: false,
        },
        Step {
            from: &["superseded", "cancelled"],
            action: "reopen",
            label: "重新打开",
            to: "draft",
            who: &[Who::Post(Post::OpsSupervisor)],
            guard: Some("结束不到 30 天"),
            needs_reason: true,
            four_eyes: false,
        },
        Step {
            from: &["draft", "retake", "in_review", "approved"],
            action: "cancel",
            label: "取消",
            to: "cancelled",
            who: &[Who::Requester, JUDGES],
            guard: None,
            needs_reason: true,
            four_eyes: false,
        },
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listings::Unit;
    use proptest::prelude::*;

    fn list(words: &[(&str, Severity)]) -> WordList {
        let words = words
            .iter()
            .map(|(word, severity)| Word {
                word: (*word).to_owned(),
                category: "广告法".to_owned(),
                severity: *severity,
                channels: Vec::new(),
                suggestion: String::new(),
            })
            .collect();
        WordList::new(words, "taobao").unwrap()
    }

    #[test]
    fn a_banned_word_is_found_through_blanks_symbols_full_width_and_traditional_forms() {
        let words = list(&[("国家级", Severity::Block), ("no1", Severity::Block)]);
        let hits = check("本店國 家·级工艺", "detail", None, &words);
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].at, Some((2, 7)));
        assert_eq!(check("全网ＮＯ．１", "detail", None, &words).len(), 1);
    }

    #[test]
    fn the_longest_word_wins_and_an_allowed_phrase_is_let_through() {
        let words = list(&[
            ("第一", Severity::Block),
            ("第一品牌", Severity::Block),
            ("第一次", Severity::Ok),
        ]);
        assert!(check("第一次穿就喜欢", "detail", None, &words).is_empty());
        let hits = check("女装第一品牌", "detail", None, &words);
        assert_eq!(hits[0].at, Some((2, 6)));
    }

    #[test]
    fn a_word_does_not_reach_over_the_end_of_a_sentence() {
        let words = list(&[("最好", Severity::Block)]);
        assert!(check("性价比之最。好评如潮", "detail", None, &words).is_empty());
    }

    #[test]
    fn channels_count_in_their_own_unit() {
        assert_eq!(title_length("夏季A裙", Unit::Cjk2), 7);
        assert_eq!(title_length("夏季A裙", Unit::Char), 4);
        assert_eq!(title_length("夏季A裙", Unit::Byte), 10);
    }

    #[test]
    fn invisible_characters_are_taken_out_and_family_emoji_stay_whole() {
        assert_eq!(clean("连\u{200B}衣裙\u{0007}\r\n二"), ("连衣裙\n二".to_owned(), 2));
        assert_eq!(clean("👨\u{200D}👩").0, "👨\u{200D}👩");
    }

    #[test]
    fn a_word_diff_keeps_chinese_characters_and_words_apart() {
        let pieces = diff("真丝 shirt 红色", "真丝 skirt 白色");
        let shown: Vec<(DiffOp, &str)> = pieces.iter().map(|p| (p.op, p.text.as_str())).collect();
        assert_eq!(
            shown,
            [
                (DiffOp::Equal, "真丝 "),
                (DiffOp::Delete, "shirt"),
                (DiffOp::Insert, "skirt"),
                (DiffOp::Equal, " "),
                (DiffOp::Delete, "红"),
                (DiffOp::Insert, "白"),
                (DiffOp::Equal, "色"),
            ]
        );
    }

    #[test]
    fn the_life_cycle_has_no_dead_end() {
        assert_eq!(CYCLE.faults(), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn a_diff_holds_both_texts(a in "[a-c真丝 ]{0,40}", b in "[a-c真丝 ]{0,40}") {
            let pieces = diff(&a, &b);
            let side = |skip: DiffOp| {
                pieces.iter().filter(|p| p.op != skip).map(|p| p.text.as_str()).collect::<String>()
            };
            prop_assert_eq!(side(DiffOp::Insert), a);
            prop_assert_eq!(side(DiffOp::Delete), b);
        }
    }
}

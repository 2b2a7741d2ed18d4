//! Pure rules of the asset queue: what a brief must say by kind, which file belongs to which request,
//! where a similar picture may be found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use shopdesk_pictures::Likeness;

use super::brief::{questions, unanswered};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they are what they say")]
pub enum AssetKind {
    MainImage,
    WhiteBg,
    DetailPage,
    SkuImage,
    Banner,
    CampaignPage,
    AdCreative,
    StaticPage,
    SocialImage,
    VideoCover,
    Retouch,
    Other,
}

/// All kinds with their Chinese names, as lists show them.
pub const KINDS: &[(&str, &str)] = &[
    ("main_image", "主图"),
    ("white_bg", "白底图"),
    ("detail_page", "详情页"),
    ("sku_image", "SKU 图"),
    ("banner", "海报/首焦"),
    ("campaign_page", "活动页"),
    ("ad_creative", "推广图"),
    ("static_page", "静态页面"),
    ("social_image", "社媒配图"),
    ("video_cover", "视频封面"),
    ("retouch", "修图"),
    ("other", "其他"),
];

/// How urgent.
pub const PRIORITIES: &[(&str, &str)] =
    &[("low", "不急"), ("normal", "普通"), ("high", "优先"), ("urgent", "加急")];

/// Why it has to be done again.
pub const RETAKE_CLASSES: &[(&str, &str)] = &[
    ("change", "需求变更"),
    ("below_par", "未达要求"),
    ("wrong_spec", "规格错误"),
    ("wrong_copy", "文案错误"),
];

impl AssetKind {
    /// The code in data.
    pub const fn code(self) -> &'static str {
        KINDS[self as usize].0
    }
    /// The Chinese name.
    pub const fn label(self) -> &'static str {
        KINDS[self as usize].1
    }
    /// After the requester the product planner has to approve too.
    pub const fn two_step(self) -> bool {
        matches!(self, Self::MainImage | Self::Banner | Self::CampaignPage)
    }
    /// The slot that such a picture usually goes into.
    pub const fn usual_slot(self) -> Option<&'static str> {
        match self {
            Self::MainImage => Some("taobao.main"),
            Self::WhiteBg => Some("taobao.white"),
            Self::DetailPage => Some("taobao.detail"),
            _ => None,
        }
    }
    /// Pictures of one product.
    pub const fn of_a_product(self) -> bool {
        matches!(self, Self::MainImage | Self::WhiteBg | Self::DetailPage | Self::SkuImage)
    }
    /// What is delivered need not be a picture.
    pub const fn takes_any_file(self) -> bool {
        matches!(self, Self::StaticPage | Self::Other)
    }
}

/// How urgent a request is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they are what they say")]
pub enum Priority {
    Low,
    #[default]
    Normal,
    High,
    Urgent,
}

impl Priority {
    /// The code in data.
    pub const fn code(self) -> &'static str {
        PRIORITIES[self as usize].0
    }
}

/// Why something has to be done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RetakeClass {
    /// 需求变更: does not count against the designer.
    Change,
    /// 未达要求.
    BelowPar,
    /// 规格错误.
    WrongSpec,
    /// 文案错误.
    WrongCopy,
}

impl RetakeClass {
    /// The code in data.
    pub const fn code(self) -> &'static str {
        RETAKE_CLASSES[self as usize].0
    }
    /// The Chinese name.
    pub const fn label(self) -> &'static str {
        RETAKE_CLASSES[self as usize].1
    }
    /// Whether the designer answers for it.
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Change)
    }
}

/// What is missing before a person can hand a request in, in words: every question of its kind has to
/// be answered.
#[expect(clippy::fn_params_excessive_bools, reason = "what is there and what is not")]
pub fn missing_in_brief(
    kind: AssetKind,
    product: bool,
    campaign: bool,
    slot: bool,
    brief: &str,
    due: bool,
) -> Vec<String> {
    let open = unanswered(questions(kind), brief);
    let brief_lacks = (!open.is_empty())
        .then(|| format!("说明里对这些问题的回答：{}（没有的写“无”）", open.join("、")));
    let facts = missing_beside_brief(kind, product, campaign, slot, brief, due);
    brief_lacks.into_iter().chain(facts.into_iter().map(str::to_owned)).collect()
}

/// What is missing before a request can be handed in whose brief another room has written, such as a
/// campaign's pack out of its template.
#[expect(clippy::fn_params_excessive_bools, reason = "what is there and what is not")]
pub fn missing_beside_brief(
    kind: AssetKind,
    product: bool,
    campaign: bool,
    slot: bool,
    brief: &str,
    due: bool,
) -> Vec<&'static str> {
    let mut out = Vec::new();
    let mut need = |there: bool, what: &'static str| {
        if !there {
            out.push(what);
        }
    };
    need(!brief.trim().is_empty(), "说明");
    need(due, "希望完成日");
    if kind.of_a_product() {
        need(product || campaign, "商品");
        need(slot || kind == AssetKind::SkuImage, "渠道图位");
    }
    if kind == AssetKind::CampaignPage {
        need(campaign || brief.contains("活动"), "活动（或在说明里写清哪一场活动）");
    }
    out
}

/// An open request as files are matched against it.
#[derive(Debug, Clone, Deserialize)]
pub struct Candidate {
    /// The request.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: AssetKind,
    /// Its state.
    pub state: String,
    /// Codes that name its product: product code, SKU codes, merchant code; in a row, parted by blanks
    /// (no code has one).
    #[serde(deserialize_with = "words")]
    pub codes: Vec<String>,
}

fn words<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Vec<String>, D::Error> {
    let text = String::deserialize(from)?;
    Ok(text.split_ascii_whitespace().map(str::to_owned).collect())
}

/// One guess which request a file belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Guess {
    /// The request.
    pub request: i64,
    /// Its number.
    pub no: String,
    /// Its title.
    pub title: String,
    /// Its state.
    pub state: String,
    /// 0 to 100; from 80 on it may be taken without asking.
    pub confidence: u8,
    /// Why, in words.
    pub reason: String,
}

/// Words in file names that tell a kind.
const KIND_WORDS: &[(AssetKind, &[&str])] = &[
    (AssetKind::WhiteBg, &["白底", "white", "透明"]),
    (AssetKind::MainImage, &["主图", "main", "zhutu"]),
    (AssetKind::DetailPage, &["详情", "detail", "xiangqing"]),
    (AssetKind::SkuImage, &["sku图", "颜色图", "属性图"]),
    (AssetKind::Banner, &["首焦", "海报", "banner", "轮播"]),
    (AssetKind::CampaignPage, &["活动页", "会场", "承接页"]),
    (AssetKind::AdCreative, &["直通车", "钻展", "推广图", "创意", "ztc"]),
    (AssetKind::SocialImage, &["微博", "微信", "微淘", "小红书", "配图"]),
    (AssetKind::VideoCover, &["封面", "cover"]),
    (AssetKind::Retouch, &["精修", "修图", "retouch"]),
];

/// The requests that a file of this name may belong to, best first, at most five.
pub fn guess(name: &str, open: &[Candidate]) -> Vec<Guess> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = squeeze(stem);
    let kind = KIND_WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|w| plain.contains(&squeeze(w))))
        .map(|(kind, _)| *kind);
    let mut out: Vec<Guess> = open
        .iter()
        .filter_map(|it| {
            let (confidence, reason) = rate(&plain, kind, it)?;
            Some(Guess {
                request: it.id,
                no: it.no.clone(),
                title: it.title.clone(),
                state: it.state.clone(),
                confidence,
                reason,
            })
        })
        .collect();
    // Two requests that fit equally well are no certainty.
    out.sort_by(|a, b| b.confidence.cmp(&a.confidence).then(b.request.cmp(&a.request)));
    if let [first, second, ..] = out.as_slice()
        && first.confidence == second.confidence
        && first.confidence < 100
    {
        let tied = first.confidence;
        for it in out.iter_mut().filter(|it| it.confidence == tied) {
            it.confidence = tied.min(60);
            it.reason.push_str("，但不止一个需求符合，请选择");
        }
    }
    out.truncate(5);
    out
}

fn rate(plain: &str, kind: Option<AssetKind>, it: &Candidate) -> Option<(u8, String)> {
    let number = squeeze(&it.no);
    if plain.contains(&number) {
        return Some((100, format!("文件名里有需求号 {}", it.no)));
    }
    if let Some(digits) = number.strip_prefix("ar").filter(|d| plain.contains(*d)) {
        return Some((95, format!("文件名里有需求号的数字 {digits}")));
    }
    let same_kind = kind == Some(it.kind);
    let code = it
        .codes
        .iter()
        .filter(|code| squeeze(code).chars().count() >= 3 && plain.contains(&squeeze(code)))
        .max_by_key(|code| code.len());
    if let Some(code) = code {
        return Some(match (same_kind, kind) {
            (true, _) => (90, format!("文件名里有商品编码 {code} 和“{}”", it.kind.label())),
            (false, Some(_)) => (30, format!("文件名里有商品编码 {code}，但图的种类不同")),
            (false, None) => (75, format!("文件名里有商品编码 {code}")),
        });
    }
    let title = squeeze(&it.title);
    if title.chars().count() >= 4
        && (plain.contains(&title) || title.contains(plain) && plain.chars().count() >= 4)
    {
        return Some((70, "文件名与需求标题相同".to_owned()));
    }
    same_kind.then(|| (40, format!("文件名里有“{}”字样", it.kind.label())))
}

/// Lower case, letters and digits and Chinese only: what people vary freely in file names.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// From this likeness on, two pictures of different requests are shown side by side.
pub const NEAR: u8 = 90;
/// Two shapes that are [`NEAR`] differ in at most six bits, so of seven bands one is the same.
const BANDS: u32 = 7;

/// Under which keys a likeness is filed and looked for.
pub fn bands(likeness: Likeness) -> Vec<i64> {
    if likeness.is_flat() {
        return Vec::new();
    }
    (0..BANDS)
        .map(|band| {
            let (from, to) = (band * 64 / BANDS, (band + 1) * 64 / BANDS);
            let bits = (likeness.shape >> from) & ((1 << (to - from)) - 1);
            i64::from(band) << 16 | i64::try_from(bits).unwrap_or_default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn open(id: i64, no: &str, title: &str, kind: AssetKind, codes: &[&str]) -> Candidate {
        Candidate {
            id,
            no: no.into(),
            title: title.into(),
            kind,
            state: "doing".into(),
            codes: codes.iter().map(|&c| c.into()).collect(),
        }
    }

    #[test]
    fn a_file_finds_its_request_by_number_code_and_kind() {
        let requests = [
            open(1, "AR-20261123-001", "碎花裙主图", AssetKind::MainImage, &["LYQ2201"]),
            open(2, "AR-20261123-002", "碎花裙白底", AssetKind::WhiteBg, &["LYQ2201"]),
        ];
        let best = |name: &str| guess(name, &requests)[0].clone();
        assert_eq!(
            (best("ar20261123-002_最终.jpg").request, best("AR-20261123-002.psd").confidence),
            (2, 100)
        );
        assert_eq!(best("LYQ2201 白底.jpg").request, 2);
        assert_eq!(best("lyq-2201-main-1.jpg").request, 1);
        assert!(best("lyq2201.jpg").confidence <= 60, "两个需求都符合");
        assert!(guess("IMG_0001.jpg", &requests).is_empty());
    }

    #[test]
    fn a_brief_says_what_it_lacks() {
        let lacks = missing_in_brief(AssetKind::MainImage, false, false, false, "好看", false);
        assert_eq!(lacks.len(), 4);
        assert!(lacks[0].contains("画面、卖点（最多 3 条）、图上文字、不要出现"), "{}", lacks[0]);
        assert!(
            missing_in_brief(
                AssetKind::Other,
                false,
                false,
                false,
                "用途：会议室门牌\n内容：2 楼会议室\n尺寸与格式：A4 横版，可打印",
                true
            )
            .is_empty()
        );
    }

    proptest! {
        #[test]
        fn six_changed_bits_always_leave_one_band(shape in 1u64.., flips in prop::collection::vec(0u32..64, 0..=6)) {
            let a = Likeness { shape, tint: 0 };
            let b = Likeness { shape: flips.iter().fold(shape, |s, f| s ^ (1 << f)), tint: 0 };
            prop_assume!(!b.is_flat());
            let (a, b) = (bands(a), bands(b));
            prop_assert!(a.iter().any(|key| b.contains(key)));
        }
    }
}

//! The copy desk: texts asked for by other posts and written by the copywriter, in every state.

use serde_json::json;

use super::clock::Pace;
use super::diary::{Diary, World, id_of};
use crate::copydesk::COPY_DOC;
use crate::kernel::{Day, Result};
use crate::products::PRODUCT;

/// Who writes.
const WRITER: &str = "xuwen";

/// How far a text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reached {
    /// Asked for, nothing written yet, or not handed in.
    Draft,
    InReview,
    Retake,
    Approved,
    Published,
    Cancelled,
}

/// One text.
#[derive(Clone)]
pub(super) struct Text {
    pub key: String,
    pub kind: &'static str,
    pub title: String,
    pub brief: &'static str,
    pub channel: &'static str,
    pub locale: &'static str,
    /// The piece it is about.
    pub at: Option<usize>,
    pub campaign: Option<String>,
    /// Filed with the campaign's pack rather than by hand; `filed` is then the day of the pack.
    pub in_pack: bool,
    pub requester: &'static str,
    pub filed: i64,
    pub reached: Reached,
    /// Its versions; between two of them it went back, where the first was handed in.
    pub bodies: Vec<&'static str>,
    /// Why it went back.
    pub back: &'static str,
    pub place: &'static str,
}

type Row = (
    &'static str,
    &'static str,
    &'static str,
    Option<usize>,
    &'static str,
    i64,
    Reached,
    &'static [&'static str],
);

/// Kind, channel, title, piece, requester, filed days ago, reached, versions.
const ROWS: &[Row] = {
    use Reached::{Approved, Cancelled, Draft, InReview, Published, Retake};
    &[
        (
            "title",
            "tmall",
            "缎面连衣裙标题",
            Some(0),
            "huanglei",
            68,
            Published,
            &["法式醋酸连衣裙女秋季气质收腰长裙", "法式醋酸缎面连衣裙女秋季气质收腰长裙显瘦"],
        ),
        (
            "title",
            "tmall",
            "缎面连衣裙标题（换季）",
            Some(0),
            "huanglei",
            20,
            Published,
            &["冬季法式缎面连衣裙女气质收腰显瘦长裙打底"],
        ),
        (
            "selling_point",
            "tmall",
            "缎面连衣裙五条卖点",
            Some(0),
            "huanglei",
            66,
            Published,
            &[
                "醋酸缎面，光泽柔和不刺眼\n收腰剪裁，腰线高一寸\n裙摆垂坠，走动有风\n侧拉链，穿脱顺手\n可机洗，不用送干洗",
            ],
        ),
        (
            "detail",
            "tmall",
            "双面呢大衣详情页",
            Some(35),
            "qinchuan",
            37,
            Published,
            &[
                "九分羊毛，一分羊绒。\n手工缝合，里外一面。\n\n【肩】自然落肩，抬手不紧。\n【长】过膝三指，挡风不拖沓。\n【袋】斜插口袋，放得下手机。",
                "九分羊毛，一分羊绒。\n双面手工缝合，里外一面，没有衬里的臃肿。\n\n【肩】自然落肩，抬手不紧。\n【长】过膝三指，挡风不拖沓。\n【袋】斜插口袋，放得下手机和手套。\n\n洗护：请干洗，悬挂存放。",
            ],
        ),
        (
            "social",
            "weibo",
            "微博：降温穿搭",
            None,
            "yangfan",
            45,
            Published,
            &["明天降 8 度。\n毛衣在里，风衣在外，围巾最后。\n三件衣服，三种温度。#降温穿搭#"],
        ),
        (
            "title",
            "amazon",
            "Amazon 针织开衫标题",
            Some(24),
            "heyun",
            38,
            Published,
            &[
                "CloudWardrobe Women's V Neck Cropped Knit Cardigan Button Down Sweater for Fall Winter",
            ],
        ),
        (
            "faq",
            "general",
            "客服问答：羊毛会不会扎",
            None,
            "zhaoxin",
            36,
            Published,
            &[
                "问：羊毛衫会不会扎？\n答：这一款是细支美利奴羊毛，大部分顾客贴身穿不觉得扎；皮肤很敏感的话，建议里面加一件薄打底。",
            ],
        ),
        (
            "brand",
            "general",
            "品牌故事短版",
            None,
            "linwan",
            50,
            Approved,
            &[
                "云上衣舍，2014 年从杭州四季青一个档口开始。\n我们只做一件事：让通勤的衣服也好看。",
                "云上衣舍，2014 年从杭州四季青一个档口开始。\n十二年，我们只做一件事：让通勤的衣服，也值得下班后穿。",
            ],
        ),
        (
            "title",
            "taobao",
            "牛仔裤标题",
            Some(41),
            "huanglei",
            14,
            Approved,
            &["高腰直筒牛仔裤女显瘦窄版春秋长裤小个子"],
        ),
        (
            "selling_point",
            "general",
            "尖头单鞋卖点",
            Some(48),
            "huanglei",
            12,
            Approved,
            &["羊皮鞋面，第一天穿也不磨脚\n3.5 厘米小猫跟，通勤不累\n尖头不夹趾，楦型偏宽"],
        ),
        (
            "subtitle",
            "tmall",
            "美利奴针织衫副标题",
            Some(23),
            "huanglei",
            9,
            Approved,
            &["细支美利奴，贴身穿的温柔"],
        ),
        (
            "detail",
            "aliexpress",
            "速卖通波点裙详情（英文）",
            Some(3),
            "heyun",
            10,
            Approved,
            &[
                "A vintage tea dress in soft viscose with a touch of stretch.\nThe waist seam sits a little higher, so petite figures look taller.\nMachine wash cold, hang to dry.",
            ],
        ),
        (
            "title",
            "tmall",
            "人字纹大衣上新标题",
            Some(38),
            "huanglei",
            5,
            InReview,
            &["人字纹西装领大衣女通勤过膝长外套冬季新款"],
        ),
        (
            "detail",
            "tmall",
            "费尔岛毛衣上新详情",
            Some(29),
            "qinchuan",
            6,
            InReview,
            &[
                "圣诞还有一个月，先把氛围穿上。\n\n【花型】费尔岛提花，正面六行，背面三行。\n【手感】混纺羊毛，软而不扎。\n【版型】落肩微宽，里面还能穿一件衬衫。",
            ],
        ),
        (
            "social",
            "wechat",
            "公众号：大衣怎么选",
            None,
            "yangfan",
            4,
            InReview,
            &[
                "一件大衣穿五年，先看三处：肩线、下摆、里衬。\n肩线服帖，人就精神；下摆垂直，走路才有样子；里衬顺滑，毛衣不起球。",
            ],
        ),
        (
            "script",
            "general",
            "腋下包 15 秒短视频脚本",
            Some(51),
            "yangfan",
            3,
            InReview,
            &[
                "0–3 秒：早高峰地铁口，镜头跟包走。\n3–8 秒：打开，依次放入手机、口红、折叠伞。\n8–12 秒：晚上聚会，同一只包。\n12–15 秒：商品平铺，价格角标。",
            ],
        ),
        (
            "title",
            "taobao",
            "格子九分裤标题（违规整改）",
            Some(46),
            "huanglei",
            3,
            Retake,
            &["格子休闲裤女烟管九分裤显瘦小脚裤热卖爆款推荐"],
        ),
        (
            "selling_point",
            "tmall",
            "羊绒混纺毛衣卖点",
            Some(28),
            "qinchuan",
            7,
            Retake,
            &["一成羊绒，六成羊毛\n半高领，不勒脖子\n软糯亲肤，内搭外穿都行"],
        ),
        (
            "detail",
            "mall",
            "会员商城：新人礼说明",
            None,
            "wuhao",
            5,
            Draft,
            &["注册即享 20 元无门槛券。\n首单满 199 元再减 30 元，券有效期 7 天。"],
        ),
        (
            "title",
            "tmall",
            "贝雷帽上新标题",
            Some(57),
            "huanglei",
            2,
            Draft,
            &["全网第一显脸小贝雷帽女秋冬羊毛复古画家帽"],
        ),
        ("social", "weibo", "微博：年终回顾", None, "yangfan", 1, Draft, &[]),
        ("faq", "general", "客服问答：大促退换规则", None, "sunyue", 2, Draft, &[]),
        ("title", "ebay", "eBay 衬衫标题", Some(18), "heyun", 1, Draft, &[]),
        (
            "campaign",
            "tmall",
            "秋冬联名活动文案",
            None,
            "yangfan",
            30,
            Cancelled,
            &["当毛衣遇上插画师：限量联名，十一月见。"],
        ),
    ]
};

/// The trousers whose title was approved, and whose cloth was corrected afterwards: somebody has to
/// look at the title again.
const CORRECTED: usize = 41;

/// Plans the texts that people asked for.
pub(super) fn plan(diary: &mut Diary) {
    diary.note(diary.calendar.past(6, 15 * 60), |world| {
        let id = world.product(CORRECTED)?;
        let args = json!({ "id": id, "version": world.version(&PRODUCT, id)?,
            "facts": { "material": "棉 98% 氨纶 2%（按新检测报告更正）" } });
        world.does("qinchuan", "products.update", &args).map(drop)
    });
    for (n, row) in ROWS.iter().enumerate() {
        let (kind, channel, title, at, requester, filed, reached, bodies) = *row;
        let text = Text {
            key: format!("copy:{n}"),
            kind,
            title: title.to_owned(),
            brief: brief(kind),
            channel,
            locale: if requester == "heyun" { "en" } else { "zh-CN" },
            at,
            campaign: None,
            in_pack: false,
            requester,
            filed,
            reached,
            bodies: bodies.to_vec(),
            back: if kind == "title" {
                "去掉“热卖”“爆款推荐”这类词，平台刚发了整改通知"
            } else {
                "再具体一点，把数字和手感写出来"
            },
            place: if channel == "weibo" { "微博 @云上衣舍" } else { "" },
        };
        follow(diary, &text);
    }
}

pub(super) fn brief(kind: &str) -> &'static str {
    match kind {
        "title" => "必须有的词：品类、季节、风格，核心词放前面。\n不要出现：堆砌的词、促销词。",
        "subtitle" => "要补充什么：面料和版型各一句。\n不要出现：促销词。",
        "selling_point" => "写给谁看：第一次看到的人。\n卖点与证明：最多五条，一条一个利益点。",
        "detail" => {
            "版块顺序：面料、版型、洗护。\n卖点与证明：句子短，不夸张。\n尺码与护理：按产品资料。"
        }
        "social" => {
            "平台与账号：微博 @云上衣舍。\n主题：怎么穿，带一个话题。\n口吻：口语，150 字以内。"
        }
        "script" => {
            "时长：15 秒，四个镜头。\n场景与人物：通勤路上，一位模特。\n卖点：结尾露出商品。"
        }
        "faq" => "要回答的问题：顾客最近常问的。\n依据：产品资料，客服可以直接复制发出。",
        "brand" => "用在哪里：官网和包装内页。\n要表达什么：为什么做这个牌子，60 字以内。",
        _ => {
            "哪一场活动：见关联的活动。\n价格与时间：按活动单。\n活动规则：按活动单来写，不自行改。"
        }
    }
}

/// Plans the steps of one text from its filing to where it has got today.
pub(super) fn follow(diary: &mut Diary, text: &Text) {
    let spread = i64::try_from(text.key.len() * 17 + text.title.len() * 5).unwrap_or_default();
    let mut pace = Pace::from(diary.calendar, text.filed, 9 * 60 + 40 + spread % 260);
    if !text.in_pack {
        let it = text.clone();
        let due = pace.day().plus(4);
        diary.note(pace.now(), move |world| file(world, &it, due));
    }
    for (n, body) in text.bodies.iter().copied().enumerate() {
        let it = text.clone();
        let note = if n == 0 { "" } else { "按意见改" };
        diary.note(pace.after(200), move |world| {
            let id = world.thing(&it.key)?;
            let args = json!({ "id": id, "version": world.version(&COPY_DOC, id)?, "body": body,
                "note": note });
            world.does(WRITER, "copy.add_version", &args).map(drop)
        });
        let last = n + 1 == text.bodies.len();
        if last && matches!(text.reached, Reached::Draft | Reached::Cancelled) {
            break;
        }
        step(diary, text, pace.after(12), WRITER, "submit", "");
        if !last || text.reached == Reached::Retake {
            step(diary, text, pace.after(150), judge(text), "retake", text.back);
        }
    }
    if text.reached == Reached::Cancelled {
        step(diary, text, pace.after(300), text.requester, "cancel", "联名没有谈成，活动取消");
        return;
    }
    if !matches!(text.reached, Reached::Approved | Reached::Published) {
        return;
    }
    step(diary, text, pace.after(120), judge(text), "approve", "");
    if text.reached == Reached::Published {
        step(diary, text, pace.after(60), text.requester, "publish", "");
    }
}

fn file(world: &mut World, it: &Text, due: Day) -> Result<()> {
    let mut args = json!({ "kind": it.kind, "title": it.title, "brief": it.brief,
        "channel": it.channel, "locale": it.locale, "due": due,
        "assignee_id": world.staff(WRITER)? });
    if let Some(at) = it.at {
        args["product_id"] = json!(world.product(at)?);
    }
    if let Some(campaign) = &it.campaign {
        args["campaign_id"] = json!(world.thing(campaign)?);
    }
    let made = world.does(it.requester, "copy.create", &args)?;
    world.made.insert(it.key.clone(), id_of(&made)?);
    Ok(())
}

/// Who judges: whoever asked; brand texts go to the supervisor.
fn judge(text: &Text) -> &'static str {
    if text.kind == "brand" { "linwan" } else { text.requester }
}

fn step(
    diary: &mut Diary,
    text: &Text,
    at: i64,
    login: &'static str,
    action: &'static str,
    reason: &'static str,
) {
    let it = text.clone();
    diary.note(at, move |world: &mut World| -> Result<()> {
        let id = world.thing(&it.key)?;
        let mut args =
            json!({ "id": id, "version": world.version(&COPY_DOC, id)?, "action": action });
        if !reason.is_empty() {
            args["reason"] = json!(reason);
        }
        if action == "publish" && !it.place.is_empty() {
            args["published_where"] = json!(it.place);
        }
        world.does(login, "copy.act", &args).map(drop)
    });
}

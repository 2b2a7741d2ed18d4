//! The picture queue: requests from every post, made by two designers, judged, sent back, approved,
//! put on the shelves; in every state.

use serde_json::{Value as Json, json};
use shopdesk_pictures::draw::{Banner, Drawing, Ground};

use super::clock::Pace;
use super::diary::{Diary, World, id_of};
use super::photos::Photo;
use super::products::Shot;
use super::wardrobe::colour;
use crate::assets::REQUEST;
use crate::kernel::{Error, Result};

/// How far a request has come, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reached {
    Draft,
    Cancelled,
    Queued,
    Assigned,
    Doing,
    InReview,
    Retake,
    Approved,
    Delivered,
    Live,
    Expired,
    Archived,
}

/// One request from its filing on.
#[derive(Clone)]
pub(super) struct Request {
    /// Its name among everything that is made.
    pub key: String,
    pub kind: &'static str,
    pub title: String,
    pub brief: &'static str,
    /// The piece of the wardrobe.
    pub at: usize,
    /// Filed for the piece rather than for a campaign.
    pub of_product: bool,
    /// The campaign that it is filed for, by its name; `filed` is then when its pack was filed when
    /// `in_pack`.
    pub campaign: Option<String>,
    pub in_pack: bool,
    pub requester: &'static str,
    pub designer: &'static str,
    pub filed: i64,
    /// Wanted so many days after filing.
    pub days: i64,
    pub priority: &'static str,
    pub reached: Reached,
    /// Why it went back, once for each time.
    pub retakes: &'static [(&'static str, &'static str)],
    /// The first file that is dropped breaks the rules of the slot.
    pub faulty: bool,
    /// The shop where it is put on the shelf.
    pub shelf: Option<&'static str>,
    /// Words on a banner.
    pub words: [String; 2],
}

const BELOW: (&str, &str) = ("below_par", "主体太靠下，裙摆快切掉了，请上移并放大一点");
const LIGHT: (&str, &str) = ("below_par", "光线偏暗，面料光泽没有出来，请补光或提亮");
const CHANGE: (&str, &str) = ("change", "活动改成满 300 减 40，角标文案要换");
const SPEC: (&str, &str) = ("wrong_spec", "白底不够白，边缘有灰，请重新抠图");
const WORDS: (&str, &str) = ("wrong_copy", "“雾霾蓝”写成了“雾霭蓝”，请改字");

type Row = (
    usize,
    &'static str,
    &'static str,
    &'static str,
    i64,
    Reached,
    &'static [(&'static str, &'static str)],
    bool,
    Option<&'static str>,
    &'static str,
);

/// Piece, kind, requester, designer, filed days ago, reached, went back, first file faulty, shelf, title.
#[rustfmt::skip]
const ROWS: &[Row] = {
    use Reached::{Approved, Archived, Assigned, Cancelled, Delivered, Doing, Draft, Expired, InReview, Live, Queued};
    &[
        (0, "main_image", "huanglei", "limei", 63, Live, &[BELOW], false, Some("TM1"), "缎面连衣裙主图换秋景"),
        (3, "main_image", "huanglei", "zhouran", 55, Live, &[], true, Some("TM1"), "茶歇裙主图重拍"),
        (5, "white_bg", "huanglei", "limei", 52, Live, &[SPEC], true, Some("TM1"), "新中式连衣裙白底图"),
        (8, "detail_page", "qinchuan", "zhouran", 49, Archived, &[], false, None, "伞裙详情页首屏"),
        (17, "main_image", "qinchuan", "limei", 47, Archived, &[WORDS], false, None, "真丝衬衫主图（旧版）"),
        (12, "social_image", "xuwen", "zhouran", 44, Expired, &[], false, None, "小红书：一片式长裙怎么系"),
        (20, "ad_creative", "yangfan", "limei", 40, Expired, &[CHANGE], false, None, "牛仔衬衫直通车测图"),
        (23, "main_image", "huanglei", "zhouran", 35, Live, &[], false, Some("TM1"), "美利奴针织衫主图"),
        (27, "white_bg", "huanglei", "limei", 33, Live, &[], false, Some("TM1"), "麻花毛衣白底图"),
        (35, "main_image", "huanglei", "zhouran", 30, Live, &[LIGHT, BELOW], false, Some("TM1"), "双面呢大衣主图"),
        (33, "sku_image", "huanglei", "limei", 27, Delivered, &[], false, None, "风衣三色 SKU 图"),
        (24, "main_image", "heyun", "zhouran", 24, Live, &[], false, None, "针织开衫海外主图（无文字）"),
        (6, "ad_creative", "yangfan", "limei", 21, Delivered, &[], false, None, "丝绒礼服裙推广图"),
        (41, "detail_page", "huanglei", "zhouran", 19, Delivered, &[], true, None, "直筒牛仔裤详情试穿对比"),
        (51, "video_cover", "xuwen", "limei", 16, Delivered, &[], false, None, "腋下包短视频封面"),
        (30, "main_image", "huanglei", "zhouran", 14, Approved, &[LIGHT], false, None, "短款毛衣主图：小个子模特"),
        (36, "retouch", "wuhao", "limei", 11, Approved, &[], false, None, "格纹大衣退货瑕疵图精修"),
        (28, "white_bg", "huanglei", "zhouran", 10, Approved, &[], false, None, "羊绒混纺毛衣白底图"),
        (29, "main_image", "qinchuan", "limei", 6, InReview, &[], false, None, "费尔岛毛衣上新主图"),
        (38, "main_image", "huanglei", "zhouran", 9, InReview, &[BELOW, LIGHT, WORDS, SPEC], false, None, "人字纹大衣上新主图"),
        (57, "white_bg", "huanglei", "limei", 6, InReview, &[], false, None, "贝雷帽白底图"),
        (2, "sku_image", "zhaoxin", "zhouran", 6, InReview, &[], false, None, "客户问得多：格纹裙两色对比图"),
        (18, "detail_page", "huanglei", "limei", 9, Reached::Retake, &[LIGHT], false, None, "条纹衬衫详情叠穿页"),
        (46, "main_image", "huanglei", "zhouran", 8, Reached::Retake, &[WORDS], false, None, "格子九分裤主图去促销字"),
        (45, "ad_creative", "yangfan", "limei", 7, Reached::Retake, &[CHANGE], false, None, "灯芯绒阔腿裤推广图"),
        (10, "main_image", "huanglei", "limei", 9, Doing, &[], true, None, "鱼尾半身裙主图"),
        (53, "social_image", "xuwen", "zhouran", 4, Doing, &[], false, None, "微博：一包多背九宫格"),
        (48, "main_image", "heyun", "zhouran", 3, Doing, &[], false, None, "尖头单鞋海外白底主图"),
        (49, "detail_page", "qinchuan", "limei", 3, Assigned, &[], false, None, "玛丽珍单鞋详情页"),
        (55, "white_bg", "huanglei", "zhouran", 2, Assigned, &[], false, None, "羊毛围巾白底图"),
        (14, "retouch", "sunyue", "limei", 8, Assigned, &[], false, None, "买家秀精修（已授权）"),
        (22, "detail_page", "huanglei", "limei", 1, Queued, &[], false, None, "盘扣衬衫详情页改版"),
        (52, "ad_creative", "yangfan", "limei", 1, Queued, &[], false, None, "托特包通勤场景推广图"),
        (31, "static_page", "zhaoxin", "limei", 2, Queued, &[], false, None, "客服自动回复用的尺码速查图"),
        (42, "main_image", "huanglei", "limei", 0, Draft, &[], false, None, "阔腿牛仔裤主图（未写完）"),
        (59, "other", "wuhao", "limei", 1, Draft, &[], false, None, "仓库货架标签样式"),
        (26, "main_image", "huanglei", "limei", 26, Cancelled, &[], false, None, "冰丝短袖主图"),
    ]
};

/// Plans the requests that people filed for products.
pub(super) fn plan(diary: &mut Diary, shots: &[Shot]) {
    for (n, row) in ROWS.iter().enumerate() {
        let (at, kind, requester, designer, filed, reached, retakes, faulty, shelf, title) = *row;
        let request = Request {
            key: format!("asset:{n}"),
            kind,
            title: title.to_owned(),
            brief: brief(kind),
            at,
            of_product: !matches!(kind, "static_page" | "other"),
            campaign: None,
            in_pack: false,
            requester,
            designer,
            filed,
            // Some are late by now.
            days: if matches!(n, 25 | 30 | 22) { 4 } else { 6 + i64::try_from(n % 4).unwrap_or(0) },
            priority: ["normal", "normal", "high", "normal", "low", "urgent"][n % 6],
            reached,
            retakes,
            faulty,
            shelf,
            words: [shots[at].piece.styles.join(" · "), "新品上架".to_owned()],
        };
        follow(diary, shots, &request);
    }
}

pub(super) fn brief(kind: &str) -> &'static str {
    match kind {
        "main_image" => {
            "画面：第一眼看清版型与颜色，背景干净。\n卖点：收腰线条、面料光泽。\n图上文字：不放促销字，右上角留出角标位置。\n不要出现：竞品、水印。"
        }
        "white_bg" => {
            "拍摄角度：正面单件平铺，不带模特。\n要带的配件：无，颜色以实物为准。\n阴影/倒影：都不要，纯白底。"
        }
        "detail_page" => {
            "版块顺序：首屏场景图，接面料特写与尺码表。\n卖点与证明：三条以内，配图说明。\n尺码/参数：按产品资料。\n文案来源：按文案稿，不自行改字。"
        }
        "sku_image" => {
            "颜色/规格：每个颜色一张。\n要一致的角度：正面三分之二身。\n色差要求：对照实物。"
        }
        "ad_creative" => {
            "投放位置：直通车。\n人群：按关键词“通勤 显瘦”。\n卖点/文案：一张一个卖点，8 个字以内，主体占三分之二。\n要几个版本：1 个。"
        }
        "social_image" => {
            "平台与账号：微博 @云上衣舍。\n正文主题：怎么搭。\n图上文字：封面一行标题。\n张数：3 张，生活场景，竖幅优先。"
        }
        "video_cover" => {
            "视频标题：按文案。\n取哪一帧：第 3 秒，人物居中。\n封面文字：标题一行，避开底部按钮。"
        }
        "retouch" => {
            "要修的地方：去线头、校色。\n保留不动的地方：版型。\n原图位置：共享盘当季文件夹。"
        }
        "banner" => {
            "主题：商品在右，文字在左，主题色统一。\n主标题/副标题：活动名、利益点。\n价格与时间：按活动单。\n跳转到：活动页。"
        }
        "campaign_page" => {
            "哪一场活动：见关联的活动。\n活动规则：按活动单，不自行改。\n价格与时间：按活动单。\n商品与排序：首屏主题，往下分品类商品区。"
        }
        "static_page" => {
            "页面用途：客服和顾客查看。\n内容：清楚易读，黑白打印也能看。\n链接：无。\n交付格式：PNG，字号不小于 12。"
        }
        _ => "用途：店内张贴。\n内容：清楚易读，黑白打印也能看。\n尺寸与格式：A4，字号不小于 12。",
    }
}

/// Plans the steps of one request from its filing to where it has got today.
pub(super) fn follow(diary: &mut Diary, shots: &[Shot], request: &Request) {
    let calendar = diary.calendar;
    let spread =
        i64::try_from(request.key.len() * 31 + request.title.len() * 7).unwrap_or_default();
    let mut pace = Pace::from(calendar, request.filed, 9 * 60 + 30 + spread % 300);
    let due = pace.day().plus(request.days);
    if !request.in_pack {
        let it = request.clone();
        diary.note(pace.now(), move |world| file(world, &it, due));
    }
    if request.reached == Reached::Draft {
        return;
    }
    if request.reached == Reached::Cancelled {
        let it = request.clone();
        diary.note(pace.after(700), move |world| {
            act(world, &it, it.requester, "cancel", json!({ "reason": "换季清仓，不再换图" }))
        });
        return;
    }
    if request.reached == Reached::Queued {
        return;
    }
    let planner = if spread % 5 == 0 { "linwan" } else { "qinchuan" };
    let it = request.clone();
    let (hours, hard) = (2 + spread % 7, 1 + spread % 4);
    diary.note(pace.after(75), move |world| {
        let id = world.thing(&it.key)?;
        // A pack's request keeps the day that was counted back from the start of its campaign.
        let wanted: Option<String> =
            world.one("select due from asset_request where id = ?1", id)?;
        let due = wanted.unwrap_or_else(|| due.to_string());
        let args = json!({ "id": id, "version": world.version(&REQUEST, id)?, "due": due,
            "assignee": world.staff(it.designer)?, "est_h": hours, "difficulty": hard });
        world.does(planner, "assets.schedule", &args).map(drop)
    });
    if request.reached == Reached::Assigned {
        return;
    }
    let it = request.clone();
    diary.note(pace.after(260), move |world| act(world, &it, it.designer, "start", json!({})));
    let mut no = 1;
    if request.faulty {
        let photo = picture(diary, shots, request, no, true);
        drop_in(diary, request, pace.after(150), photo, no, "先放一版看看");
        no += 1;
    }
    let photo = picture(diary, shots, request, no, false);
    drop_in(diary, request, pace.after(90), photo, no, "");
    if request.reached == Reached::Doing {
        return;
    }
    submit(diary, request, pace.after(15));
    for (turn, (class, why)) in request.retakes.iter().enumerate() {
        let it = request.clone();
        let pins = turn + 1 + request.title.len() % 2;
        diary.note(pace.after(130), move |world| remark(world, &it, pins, why));
        let it = request.clone();
        diary.note(pace.after(6), move |world| {
            act(world, &it, it.requester, "retake", json!({ "class": class, "reason": why }))
        });
        if request.reached == Reached::Retake && turn + 1 == request.retakes.len() {
            return;
        }
        no += 1;
        let photo = picture(diary, shots, request, no, false);
        drop_in(diary, request, pace.after(240), photo, no, "按批注改好");
        let it = request.clone();
        diary.note(pace.after(5), move |world| resolve(world, &it));
        submit(diary, request, pace.after(5));
    }
    if request.reached == Reached::InReview {
        return;
    }
    approve(diary, request, &mut pace);
    if request.reached == Reached::Approved {
        return;
    }
    let it = request.clone();
    diary.note(pace.after(40), move |world| {
        let why = json!({ "reason": "相机直出修图，分层源文件在素材盘归档" });
        act(world, &it, it.designer, "deliver", why)
    });
    if request.reached == Reached::Delivered {
        return;
    }
    if request.reached == Reached::Archived {
        let it = request.clone();
        pace.days(6);
        diary
            .note(pace.after(30), move |world| act(world, &it, it.requester, "archive", json!({})));
        return;
    }
    go_live(diary, request, &mut pace);
}

fn file(world: &mut World, it: &Request, due: crate::kernel::Day) -> Result<()> {
    let mut args = json!({ "kind": it.kind, "title": it.title, "brief_md": it.brief, "due": due,
        "priority": it.priority, "submit": it.reached != Reached::Draft });
    if it.of_product {
        args["product_id"] = json!(world.product(it.at)?);
    }
    if let Some(campaign) = &it.campaign {
        args["campaign_id"] = json!(world.thing(campaign)?);
    }
    if it.reached == Reached::Draft {
        args["brief_md"] = json!("");
    }
    let made = world.does(it.requester, "assets.create", &args)?;
    world.made.insert(it.key.clone(), id_of(&made)?);
    Ok(())
}

/// Takes a step of the request's life.
fn act(world: &World, it: &Request, login: &str, action: &str, more: Json) -> Result<()> {
    let id = world.thing(&it.key)?;
    let mut args = more;
    args["id"] = json!(id);
    args["version"] = json!(world.version(&REQUEST, id)?);
    args["action"] = json!(action);
    world.does(login, "assets.act", &args).map(drop)
}

fn drop_in(
    diary: &mut Diary,
    request: &Request,
    at: i64,
    photo: Photo,
    no: usize,
    note: &'static str,
) {
    let it = request.clone();
    diary.note(at, move |world| {
        let code = world.one::<Option<String>>(
            "select p.code from asset_request r left join product p on p.id = r.product_id where r.id = ?1",
            world.thing(&it.key)?,
        )?;
        let stem = code.unwrap_or_else(|| it.title.chars().filter(|c| *c != '/').take(12).collect());
        let args = json!({ "request": world.thing(&it.key)?, "file": world.file(photo)?,
            "name": format!("{stem}_{}_v{no}.jpg", kind_word(it.kind)), "note": note });
        let added = world.does(it.designer, "assets.add_version", &args)?;
        let version = id_of(&added["version"])?;
        world.made.insert(format!("{}:version", it.key), version);
        Ok(())
    });
}

fn kind_word(kind: &str) -> &'static str {
    crate::assets::KINDS
        .iter()
        .find(|(code, _)| *code == kind)
        .map_or("图", |(_, title)| title.split('/').next().unwrap_or(title))
}

fn submit(diary: &mut Diary, request: &Request, at: i64) {
    let it = request.clone();
    diary.note(at, move |world| act(world, &it, it.designer, "submit_version", json!({})));
}

/// Remarks on the picture before it goes back.
fn remark(world: &World, it: &Request, pins: usize, why: &str) -> Result<()> {
    let version = world.thing(&format!("{}:version", it.key))?;
    let places = [(2_300, 1_800), (6_100, 5_400), (4_200, 8_100)];
    for (n, (x, y)) in places.iter().take(pins).enumerate() {
        let text =
            if n == 0 { why } else { ["", "这里有一根线头", "留白再多一点"][n] };
        let mut args = json!({ "version": version, "x_bp": x, "y_bp": y, "text": text });
        if n == 0 {
            args["w_bp"] = json!(2_400);
            args["h_bp"] = json!(1_900);
        }
        world.does(it.requester, "pins.add", &args)?;
    }
    Ok(())
}

/// The designer ticks off the remarks.
fn resolve(world: &World, it: &Request) -> Result<()> {
    let open: Vec<(i64, i64)> = world.all(
        "select id, version from asset_pin where request_id = ?1 and state = 'open' order by id",
        world.thing(&it.key)?,
    )?;
    for (id, version) in open {
        let args = json!({ "id": id, "version": version, "state": "done" });
        world.does(it.designer, "pins.resolve", &args)?;
    }
    Ok(())
}

fn approve(diary: &mut Diary, request: &Request, pace: &mut Pace) {
    let ticks = json!({ "ticks": ["价格", "时间", "规则"] });
    let it = request.clone();
    let first = ticks.clone();
    diary.note(pace.after(110), move |world| act(world, &it, it.requester, "approve", first));
    let two_step = matches!(request.kind, "main_image" | "banner" | "campaign_page");
    if two_step && request.requester != "qinchuan" {
        let it = request.clone();
        diary.note(pace.after(90), move |world| act(world, &it, "qinchuan", "approve", ticks));
    }
}

fn go_live(diary: &mut Diary, request: &Request, pace: &mut Pace) {
    let calendar = diary.calendar;
    let it = request.clone();
    diary.note(pace.after(60), move |world| {
        let place = match it.shelf {
            Some(shop) => {
                put_on_shelf(world, &it, shop)?;
                "云上衣舍旗舰店 商品主图区".to_owned()
            }
            None if it.kind == "banner" => "云上衣舍旗舰店 首页首焦".to_owned(),
            None if it.kind == "campaign_page" => "云上衣舍旗舰店 活动承接页".to_owned(),
            None if it.kind == "ad_creative" => "直通车 计划“秋冬通勤”".to_owned(),
            None if it.kind == "social_image" => "小红书 @云上衣舍".to_owned(),
            None => "云上衣舍旗舰店 商品详情页".to_owned(),
        };
        let mut more = json!({ "where": place });
        if it.reached == Reached::Live {
            more["live_to"] = json!(world.calendar.day(-30));
        }
        let who = if it.shelf.is_some() { "huanglei" } else { it.designer };
        act(world, &it, who, "mark_live", more)
    });
    if request.reached == Reached::Expired {
        let it = request.clone();
        let on = calendar.past(2 + i64::try_from(request.title.len() % 5).unwrap_or(0), 10 * 60);
        diary.note(on, move |world| act(world, &it, it.designer, "take_down", json!({})));
    }
}

/// The approved picture becomes the first of its slot in the shop.
fn put_on_shelf(world: &World, it: &Request, shop: &'static str) -> Result<()> {
    let slot = if it.kind == "white_bg" { "taobao.white" } else { "taobao.main" };
    let args = json!({ "request": world.thing(&it.key)?, "slot": slot, "position": 0,
        "version": world.thing(&format!("{}:version", it.key))?,
        "listings": [world.listing(it.at, shop)?] });
    let done = world.does("huanglei", "assets.put_on_listings", &args)?;
    match done["failed"][0]["message"].as_str() {
        None => Ok(()),
        Some(why) => Err(Error::internal(format!("{}: {why}", it.title))),
    }
}

/// The picture of a version: another pose each time; a faulty one breaks a rule of its slot.
fn picture(diary: &mut Diary, shots: &[Shot], it: &Request, no: usize, faulty: bool) -> Photo {
    let piece = shots[it.at].piece;
    let tint = piece.colours[(no - 1) % piece.colours.len()];
    let tint = if matches!(it.kind, "sku_image" | "ad_creative") { tint } else { piece.colours[0] };
    let seed = 7_000 + it.at as u64 * 11 + no as u64 * 3;
    let drawing = |ground, width, height| Drawing {
        product: piece.drawn,
        colour: colour(tint),
        pattern: piece.pattern,
        ground,
        seed,
        width,
        height,
    };
    let banner = |width, height, ground: [u8; 3]| Banner {
        title: it.words[0].clone(),
        subtitle: it.words[1].clone(),
        button: "立即抢购".to_owned(),
        colour: ground,
        product: piece.drawn,
        product_colour: colour(tint),
        pattern: piece.pattern,
        seed,
        width,
        height,
    };
    let name = format!("{}_{}_v{no}.jpg", piece.code, kind_word(it.kind));
    let warm = [[178, 34, 44], [196, 62, 38], [122, 32, 48], [206, 92, 60]][no % 4];
    let studio = &mut diary.studio;
    match (it.kind, faulty) {
        ("main_image", true) => studio.picture(name, drawing(Ground::Scene, 640, 640)),
        ("main_image", false) if it.title.contains("海外") => {
            studio.picture(name, drawing(Ground::White, 800, 800))
        }
        // Large enough, but smaller than advised.
        ("main_image", false) if it.filed % 7 == 0 => {
            studio.picture(name, drawing(Ground::Scene, 720, 720))
        }
        ("main_image", false) => studio.picture(name, drawing(Ground::Scene, 800, 800)),
        ("white_bg", true) => studio.picture(name, drawing(Ground::Studio, 800, 800)),
        ("white_bg", false) => studio.filling(name, drawing(Ground::White, 800, 800)),
        ("detail_page", false) if it.key.ends_with("@tmall.detail") => {
            studio.picture(name, drawing(Ground::Scene, 790, 1053))
        }
        ("detail_page", true) => studio.picture(name, drawing(Ground::Scene, 720, 960)),
        ("detail_page", false) => studio.picture(name, drawing(Ground::Scene, 750, 1000)),
        ("sku_image", _) => studio.picture(name, drawing(Ground::Studio, 800, 800)),
        ("social_image", _) if it.key.contains(":social_tall#") => {
            studio.picture(name, drawing(Ground::Scene, 1080, 1440))
        }
        ("social_image", _) if it.in_pack => {
            studio.picture(name, drawing(Ground::Scene, 1080, 1080))
        }
        ("social_image" | "video_cover", _) => {
            studio.picture(name, drawing(Ground::Scene, 720, 960))
        }
        ("retouch", _) => studio.close_up(name, drawing(Ground::Studio, 800, 800), 0.7),
        ("banner", _) if it.key.contains(":banner_m#") => {
            studio.banner(name, banner(750, 1000, warm))
        }
        ("banner", _) => studio.banner(name, banner(1920, 600, warm)),
        ("campaign_page", _) => studio.banner(name, banner(750, 1000, warm)),
        ("ad_creative", _) => studio.banner(name, banner(800, 800, warm)),
        _ => studio.banner(name, banner(750, 420, [92, 110, 128])),
    }
}

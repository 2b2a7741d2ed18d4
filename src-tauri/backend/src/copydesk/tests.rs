//! The copy desk in the users' words, through the door.

use std::io::Write;

use serde_json::{Value as Json, json};

use crate::kernel::Code;
use crate::kernel::rights::Caller;
use crate::testkit::TestShop;

const TITLE: &str = "真丝连衣裙女夏季新款法式复古气质收腰显瘦长裙";

pub(super) struct Desk {
    pub shop: TestShop,
    pub planner: Caller,
    pub writer: Caller,
    pub boss: Caller,
}

pub(super) fn desk() -> Desk {
    let shop = TestShop::new();
    let planner = shop.person("planner", &["product_planner"]);
    let writer = shop.person("writer", &["copywriter"]);
    let boss = shop.person("boss", &["ops_supervisor"]);
    Desk { shop, planner, writer, boss }
}

/// A brief that answers what is asked for this kind.
pub(super) fn brief(kind: &str) -> String {
    let kind: super::CopyKind = serde_json::from_value(kind.into()).unwrap();
    crate::assets::sample_brief(kind.questions())
}

impl Desk {
    pub fn asked(&self, kind: &str) -> i64 {
        let made = self.shop.ok(
            &self.planner,
            "copy.create",
            json!({
                "kind": kind, "title": "夏裙标题", "channel": "tmall", "brief": brief(kind),
                "assignee_id": self.writer.staff,
            }),
        );
        made["id"].as_i64().unwrap()
    }
    pub fn get(&self, id: i64) -> Json {
        self.shop.ok(&self.boss, "copy.get", json!({ "id": id }))
    }
    pub fn write(&self, who: &Caller, id: i64, body: &str) -> Json {
        let version = self.get(id)["version"].clone();
        self.shop.ok(who, "copy.add_version", json!({ "id": id, "version": version, "body": body }))
    }
    fn act_args(&self, id: i64, action: &str) -> Json {
        let version = self.get(id)["version"].clone();
        json!({ "id": id, "version": version, "action": action, "reason": "因为所以" })
    }
    pub fn act(&self, who: &Caller, id: i64, action: &str) {
        self.shop.ok(who, "copy.act", self.act_args(id, action));
    }
    pub fn refused(&self, who: &Caller, id: i64, action: &str) -> crate::kernel::Error {
        self.shop.refused(who, "copy.act", self.act_args(id, action))
    }
    fn drop_file(&self, id: i64, name: &str, bytes: &[u8]) -> Result<Json, crate::kernel::Error> {
        let facts = self.shop.shop.core().put_bytes(&self.writer, name, bytes)?;
        let version = self.get(id)["version"].clone();
        self.shop.shop.ask(
            &self.writer,
            "copy.from_file",
            json!({ "id": id, "version": version, "file": facts.hash, "name": name }),
        )
    }
}

#[test]
fn a_text_is_asked_for_written_returned_with_a_reason_written_again_and_published() {
    let desk = desk();
    let id = desk.asked("title");
    assert_eq!(desk.get(id)["no"], "CR-20261123-001");
    assert!(desk.refused(&desk.writer, id, "submit").message.contains("还没有正文"));
    desk.write(&desk.writer, id, TITLE);
    desk.act(&desk.writer, id, "submit");
    let mut bare = desk.act_args(id, "retake");
    bare["reason"] = json!("");
    assert_eq!(desk.shop.refused(&desk.planner, "copy.act", bare).field.as_deref(), Some("reason"));
    desk.act(&desk.planner, id, "retake");
    // Nothing new has been written since.
    assert_eq!(desk.refused(&desk.writer, id, "submit").reason, "guard");
    desk.write(&desk.writer, id, "真丝连衣裙女春季新款法式复古气质收腰显瘦长裙");
    let seen = desk.get(id);
    assert_eq!(seen["retake_count"], 1);
    assert!(seen["diff"].as_array().unwrap().contains(&json!({ "op": "insert", "text": "春" })));
    desk.act(&desk.writer, id, "submit");
    desk.act(&desk.planner, id, "approve");
    desk.act(&desk.writer, id, "publish");
    let seen = desk.get(id);
    assert_eq!(
        (seen["state"].as_str(), seen["published_version"].as_i64()),
        (Some("published"), Some(2))
    );
    let history = desk.shop.ok(&desk.boss, "audit.of", json!({ "entity": "copy_doc", "id": id }));
    assert!(history.as_array().unwrap().iter().any(|h| h["reason"] == "因为所以"));
}

#[test]
fn nobody_approves_what_they_submitted_or_wrote() {
    let desk = desk();
    let made = desk.shop.ok(
        &desk.planner,
        "copy.create",
        json!({ "kind": "title", "title": "自己写的", "channel": "tmall", "body": TITLE }),
    );
    let id = made["id"].as_i64().unwrap();
    desk.act(&desk.planner, id, "submit");
    assert_eq!(desk.refused(&desk.planner, id, "approve").reason, "four_eyes");
    desk.act(&desk.boss, id, "approve");

    let other = desk.asked("title");
    desk.write(&desk.boss, other, TITLE);
    desk.act(&desk.writer, other, "submit");
    let err = desk.refused(&desk.boss, other, "approve");
    assert_eq!((err.code, err.reason.as_str()), (Code::Forbidden, "four_eyes"));
}

#[test]
fn brand_copy_is_approved_by_the_supervisor_only() {
    let desk = desk();
    let id = desk.asked("brand");
    desk.write(&desk.writer, id, "我们做能穿十年的裙子。");
    desk.act(&desk.writer, id, "submit");
    assert!(desk.refused(&desk.planner, id, "approve").message.contains("运营主管"));
    desk.act(&desk.boss, id, "approve");
}

#[test]
fn a_copywriter_keeps_out_of_somebody_elses_queue() {
    let desk = desk();
    let other = desk.shop.person("other", &["copywriter"]);
    let id = desk.asked("title");
    let version = desk.get(id)["version"].clone();
    let args = json!({ "id": id, "version": version, "body": TITLE });
    let err = desk.shop.refused(&other, "copy.add_version", args);
    assert!(err.message.contains("分给别人"), "{}", err.message);
}

#[test]
fn a_title_that_is_too_long_for_the_channel_cannot_be_submitted() {
    let desk = desk();
    let id = desk.asked("title");
    let done = desk.write(&desk.writer, id, &TITLE.repeat(2));
    assert_eq!(done["char_count"], 88);
    let err = desk.refused(&desk.writer, id, "submit");
    assert!(err.message.contains("超出 28"), "{}", err.message);
}

#[test]
fn the_title_limit_of_the_copy_desk_is_the_one_on_the_channel_page() {
    let desk = desk();
    let text = "真丝连衣裙女夏季新款收腰显瘦法式复古";
    let check = |channel: &str| {
        let args = json!({ "text": text, "kind": "title", "channel": channel });
        desk.shop.ok(&desk.writer, "copy.check", args)
    };
    assert_eq!(
        (&check("taobao")["limit"]["max"], &check("taobao")["level"]),
        (&json!(60), &json!("ok"))
    );
    let made = json!({ "kind": "title", "title": "夏裙标题", "channel": "taobao",
                       "brief": brief("title"), "assignee_id": desk.writer.staff });
    let id = desk.shop.ok(&desk.planner, "copy.create", made)["id"].as_i64().unwrap();
    desk.write(&desk.writer, id, text);

    desk.profile("taobao", json!({ "title_max": 30 }));
    let now = check("taobao");
    assert_eq!((&now["limit"]["max"], &now["level"]), (&json!(30), &json!("block")), "{now}");
    assert_eq!(desk.get(id)["limit"]["max"], 30);
    let err = desk.refused(&desk.writer, id, "submit");
    assert!(err.message.contains("淘宝的上限是 30") && err.message.contains("超出 6"), "{err}");
    assert_eq!(check("tmall")["limit"]["max"], 60, "别的渠道不变");
    // The unit is the profile's too: eighteen characters, not thirty-six half ones.
    desk.profile("taobao", json!({ "title_unit": "char" }));
    assert_eq!((&check("taobao")["count"], &check("taobao")["level"]), (&json!(18), &json!("ok")));
}

#[test]
fn selling_points_are_as_many_and_as_long_as_the_channel_takes() {
    let desk = desk();
    desk.profile("amazon", json!({ "bullets_max": 3, "bullet_max": 20 }));
    let check = |text: &str, channel: &str| {
        let args = json!({ "text": text, "kind": "selling_point", "channel": channel });
        desk.shop.ok(&desk.writer, "copy.check", args)
    };
    assert_eq!(check("面料轻\n不起球\n可机洗", "amazon")["level"], "ok");
    let four = check("面料轻\n不起球\n可机洗\n不褪色", "amazon");
    assert!(four["findings"][0]["message"].as_str().unwrap().contains("最多 3 条"), "{four}");
    let long = check(&format!("面料轻\n{}", "好".repeat(21)), "amazon");
    assert!(long["findings"][0]["message"].as_str().unwrap().contains("第 2 条"), "{long}");
    // 淘宝 has no say in selling points.
    assert_eq!(check("面料轻\n不起球\n可机洗\n不褪色", "taobao")["level"], "ok");
}

#[test]
fn the_copy_desk_offers_the_channels_in_use_by_the_names_of_their_pages() {
    let desk = desk();
    let offered = || desk.shop.ok(&desk.writer, "copy.rules", json!({}))["channels"].clone();
    let all = offered();
    for (code, title) in
        [("general", "通用"), ("mall", "商城"), ("amazon", "Amazon"), ("weibo", "微博")]
    {
        assert!(all.as_array().unwrap().contains(&json!([code, title])), "{code}: {all}");
    }
    let id = desk.asked("title");
    assert_eq!(desk.get(id)["channel_title"], "天猫");
    desk.profile("tmall", json!({ "active": false }));
    assert!(!offered().to_string().contains("天猫"));
    let new =
        json!({ "kind": "title", "title": "新标题", "channel": "tmall", "brief": brief("title") });
    let err = desk.shop.refused(&desk.planner, "copy.create", new);
    assert!(err.message.contains("淘宝（taobao）"), "{}", err.message);
    // What was asked for before keeps its channel and its name.
    let args = json!({ "id": id, "version": desk.get(id)["version"], "title": "旧标题",
                       "channel": "tmall" });
    desk.shop.ok(&desk.planner, "copy.update", args);
    let row = desk.shop.ok(&desk.writer, "copy.list", json!({}))["rows"][0].clone();
    assert_eq!(row["channel_title"], "天猫");
}

#[test]
fn a_banned_word_needs_the_supervisors_waiver_which_ends_with_the_next_version() {
    let desk = desk();
    let id = desk.asked("title");
    desk.write(&desk.writer, id, "国 家·级工艺真丝连衣裙女夏季新款");
    let seen = desk.get(id);
    assert_eq!(seen["checks"][0]["at"], json!([0, 5]));
    assert!(desk.refused(&desk.writer, id, "submit").message.contains("国家级"));
    let waive = |who: &Caller| {
        let version = desk.get(id)["version"].clone();
        let args = json!({ "id": id, "version": version, "reason": "有证书编号 2026-17" });
        desk.shop.shop.ask(who, "copy.waive", args)
    };
    assert_eq!(waive(&desk.planner).unwrap_err().code, Code::Forbidden);
    waive(&desk.boss).unwrap();
    desk.act(&desk.writer, id, "submit");
    desk.act(&desk.writer, id, "withdraw");
    desk.write(&desk.writer, id, "国家级手工真丝连衣裙女夏季新款");
    assert_eq!(desk.refused(&desk.writer, id, "submit").reason, "guard");
}

#[test]
fn a_new_word_in_the_list_counts_at_once_and_an_unknown_hand_may_not_add_one() {
    let desk = desk();
    let word = json!({ "word": "爆款王", "category": "平台禁词", "severity": "block" });
    let cs = desk.shop.person("cs", &["customer_service"]);
    assert_eq!(desk.shop.refused(&cs, "copy_words.save", word.clone()).code, Code::Forbidden);
    desk.shop.ok(&desk.writer, "copy_words.save", word.clone());
    assert_eq!(desk.shop.refused(&desk.writer, "copy_words.save", word).reason, "duplicate");
    let check = json!({ "text": "爆 款 王", "kind": "detail", "channel": "tmall" });
    let seen = desk.shop.ok(&desk.writer, "copy.check", check);
    assert_eq!(seen["level"], "block");
}

#[test]
fn invisible_characters_are_taken_out_and_told() {
    let desk = desk();
    let id = desk.asked("detail");
    let done = desk.write(
        &desk.writer,
        id,
        "真丝\u{200B}面料\u{0007}，垂感好，夏天穿着凉快不闷热，值得入手。",
    );
    assert_eq!(done["removed"], 2);
    assert!(!desk.get(id)["body"].as_str().unwrap().contains('\u{200B}'));
}

#[test]
fn a_save_over_a_newer_text_is_refused_and_so_is_the_same_text_again() {
    let desk = desk();
    let id = desk.asked("title");
    let old = desk.get(id)["version"].clone();
    desk.write(&desk.writer, id, TITLE);
    let stale = json!({ "id": id, "version": old, "body": "另一个标题另一个标题" });
    assert_eq!(desk.shop.refused(&desk.writer, "copy.add_version", stale).reason, "stale");
    let same = json!({ "id": id, "version": desk.get(id)["version"], "body": TITLE });
    assert_eq!(desk.shop.refused(&desk.writer, "copy.add_version", same).reason, "unchanged");
}

#[test]
fn a_dropped_gbk_text_and_a_word_document_become_versions() {
    let desk = desk();
    let id = desk.asked("detail");
    // 真丝面料 in GBK, with enough around it to be told from other encodings.
    let gbk = shopdesk_exchange::sniff::TextEncoding::Gb18030
        .encode("真丝面料，垂感自然，夏天穿着凉快。\r\n机洗请用洗衣袋。");
    desk.drop_file(id, "详情.txt", &gbk).unwrap();
    assert_eq!(desk.get(id)["body"], "真丝面料，垂感自然，夏天穿着凉快。\n机洗请用洗衣袋。");
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>\
               <w:p><w:r><w:t>真丝 &amp; 亚麻</w:t></w:r></w:p><w:p><w:r><w:t>两种面料可选</w:t></w:r></w:p>\
               </w:body></w:document>";
    desk.drop_file(id, "详情.docx", &word(xml.as_bytes())).unwrap();
    let seen = desk.get(id);
    assert_eq!(seen["body"], "真丝 & 亚麻\n两种面料可选");
    assert_eq!(seen["versions"][0]["source_name"], "详情.docx");
}

#[test]
fn a_broken_document_and_one_that_unpacks_to_nonsense_are_refused() {
    let desk = desk();
    let id = desk.asked("detail");
    let broken = desk.drop_file(id, "坏.docx", &word(b"<w:document><w:p>")).unwrap_err();
    assert!(broken.message.contains("坏.docx"), "{}", broken.message);
    let bomb = desk.drop_file(id, "大.docx", &word(&vec![b' '; 40 * 1024 * 1024])).unwrap_err();
    assert!(bomb.message.contains("大.docx"), "{}", bomb.message);
    let cut = word(b"<w:document/>");
    assert!(desk.drop_file(id, "断.docx", &cut[..cut.len() / 2]).is_err());
    assert_eq!(desk.get(id)["current"], 0);
}

fn word(xml: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("[Content_Types].xml", options).unwrap();
    zip.write_all(b"<Types/>").unwrap();
    zip.start_file("word/document.xml", options).unwrap();
    zip.write_all(xml).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_new_published_title_replaces_the_old_one_of_the_same_product() {
    let desk = desk();
    let product = desk.product();
    let publish = || {
        let made = desk.shop.ok(
            &desk.planner,
            "copy.create",
            json!({
                "kind": "title", "title": "夏裙标题", "channel": "tmall", "product_id": product,
                "brief": brief("title"), "assignee_id": desk.writer.staff,
            }),
        );
        let id = made["id"].as_i64().unwrap();
        desk.write(&desk.writer, id, TITLE);
        desk.act(&desk.writer, id, "submit");
        desk.act(&desk.planner, id, "approve");
        desk.act(&desk.writer, id, "publish");
        id
    };
    let (old, new) = (publish(), publish());
    assert_eq!(desk.get(old)["state"], "superseded");
    assert_eq!(desk.get(new)["state"], "published");
}

#[test]
fn lists_find_a_text_by_its_words_and_count_their_tabs() {
    let desk = desk();
    let id = desk.asked("title");
    desk.write(&desk.writer, id, TITLE);
    let page = desk.shop.ok(&desk.writer, "copy.list", json!({ "q": "法式复古" }));
    assert_eq!(page["rows"][0]["id"], id);
    assert_eq!(page["rows"][0]["assignee"], "writer");
    let counts = desk.shop.ok(&desk.writer, "copy.counts", json!({}));
    assert_eq!(counts["tabs"]["writing"], 1);
    let bad =
        json!({ "kind": "title", "title": "x", "channel": "拼夕夕", "brief": brief("title") });
    assert_eq!(
        desk.shop.refused(&desk.planner, "copy.create", bad).field.as_deref(),
        Some("channel")
    );
}

impl Desk {
    pub fn product(&self) -> i64 {
        let now = self.shop.count("select count(*) from product") + 1;
        self.shop
            .shop
            .core()
            .write_unasked("test", |tx| {
                tx.insert(
                    &crate::products::PRODUCT,
                    &json!({ "code": format!("PD-{now}"), "title": "真丝连衣裙",
                             "created_at": tx.now, "updated_at": tx.now }),
                )
            })
            .unwrap()
    }

    /// A listing of the product in a shop of its own on this channel.
    pub fn listing(&self, product: i64, on: &str) -> i64 {
        let channels = self.shop.ok(&self.boss, "channels.list", json!({}));
        let channel = channels.as_array().unwrap().iter().find(|c| c["code"] == on).unwrap();
        let count = self.shop.count("select count(*) from shop");
        let args = json!({ "code": format!("S{count}"), "name": format!("{on}店"),
                           "channel_id": channel["id"] });
        let shop = self.shop.ok(&self.boss, "shops.create", args);
        let args = json!({ "product_id": product, "shop_ids": [shop] });
        self.shop.ok(&self.boss, "listings.create", args)[0].as_i64().unwrap()
    }

    /// An approved text of this kind for the product.
    fn approved(&self, kind: &str, channel: &str, product: i64, text: &str) -> i64 {
        let made = self.shop.ok(
            &self.planner,
            "copy.create",
            json!({ "kind": kind, "title": "夏裙文案", "channel": channel, "product_id": product,
                    "brief": brief(kind), "assignee_id": self.writer.staff }),
        );
        let id = made["id"].as_i64().unwrap();
        self.write(&self.writer, id, text);
        self.act(&self.writer, id, "submit");
        self.shop.minutes_pass(1);
        self.act(&self.planner, id, "approve");
        self.shop.minutes_pass(1);
        id
    }

    /// The supervisor changes the profile of a channel.
    fn profile(&self, code: &str, mut set: Json) {
        let channels = self.shop.ok(&self.boss, "channels.list", json!({}));
        let channel = channels.as_array().unwrap().iter().find(|c| c["code"] == code).unwrap();
        set["id"] = channel["id"].clone();
        set["version"] = channel["version"].clone();
        self.shop.ok(&self.boss, "channels.update", set);
    }

    fn publish_args(&self, id: i64, listings: &[i64]) -> Json {
        json!({ "id": id, "version": self.get(id)["version"], "listings": listings })
    }
}

#[test]
fn approved_words_go_into_the_listings_of_their_product_and_can_be_taken_back() {
    let desk = desk();
    let product = desk.product();
    let (tmall, other) = (desk.listing(product, "tmall"), desk.listing(desk.product(), "tmall"));
    let amazon = desk.listing(product, "amazon");
    let id = desk.approved("title", "tmall", product, TITLE);
    let args = desk.publish_args(id, &[tmall, other, amazon]);
    let cs = desk.shop.person("cs", &["customer_service"]);
    let err = desk.shop.refused(&cs, "copy.publish_to_listing", args.clone());
    assert_eq!(err.code, Code::Forbidden);
    let done = desk.shop.ok(&desk.writer, "copy.publish_to_listing", args);
    assert_eq!(done["ok"], json!([tmall]));
    let why: Vec<&str> =
        done["failed"].as_array().unwrap().iter().map(|f| f["reason"].as_str().unwrap()).collect();
    assert_eq!(why, ["other_product", "other_channel"], "{done}");
    let listing = desk.shop.ok(&desk.boss, "listings.get", json!({ "id": tmall }));
    assert_eq!(listing["title"], TITLE);
    let seen = desk.get(id);
    assert_eq!((&seen["state"], &seen["listing_id"]), (&json!("published"), &json!(tmall)));
    assert!(seen["published_where"].as_str().unwrap().starts_with("tmall店"), "{seen}");

    desk.shop.ok(&desk.writer, "batches.undo", json!({ "batch": done["batch"] }));
    assert_eq!(desk.get(id)["state"], "approved");
    let listing = desk.shop.ok(&desk.boss, "listings.get", json!({ "id": tmall }));
    assert_ne!(listing["title"], TITLE);
}

#[test]
fn words_that_are_not_approved_or_do_not_fit_leave_the_listing_as_it_was() {
    let desk = desk();
    let product = desk.product();
    let amazon = desk.listing(product, "amazon");
    let before = desk.shop.ok(&desk.boss, "listings.get", json!({ "id": amazon }));
    let draft = desk.asked("title");
    let err = desk.shop.refused(
        &desk.boss,
        "copy.publish_to_listing",
        desk.publish_args(draft, &[amazon]),
    );
    assert_eq!(err.code, Code::Conflict);
    // Written for any channel; this one takes shorter points.
    let points = format!("面料轻\n{}", "好".repeat(400));
    let id = desk.approved("selling_point", "general", product, &points);
    desk.profile("amazon", json!({ "bullet_max": 300 }));
    let done =
        desk.shop.ok(&desk.boss, "copy.publish_to_listing", desk.publish_args(id, &[amazon]));
    assert_eq!(done["ok"], json!([]));
    assert!(done["failed"][0]["message"].as_str().unwrap().contains("放不下"), "{done}");
    let faq = desk.approved("faq", "general", product, "问：会缩水吗？答：不会。");
    let err =
        desk.shop.refused(&desk.boss, "copy.publish_to_listing", desk.publish_args(faq, &[amazon]));
    assert!(err.message.contains("登记已发布"), "{}", err.message);
    let after = desk.shop.ok(&desk.boss, "listings.get", json!({ "id": amazon }));
    assert_eq!(after["version"], before["version"]);
    assert_eq!(desk.get(id)["state"], "approved");
}

#[test]
fn a_product_changed_after_approval_marks_its_texts_until_somebody_has_looked() {
    let desk = desk();
    let product = desk.product();
    let tmall = desk.listing(product, "tmall");
    let id = desk.approved("title", "tmall", product, TITLE);
    assert_eq!(desk.get(id)["stale"], Json::Null);
    let change = |set: Json| {
        let read = desk.shop.ok(&desk.boss, "products.get", json!({ "id": product }));
        let args = json!({ "id": product, "version": read["version"], "facts": set });
        desk.shop.ok(&desk.boss, "products.update", args);
        desk.shop.minutes_pass(1);
    };
    change(json!({ "notes": "样衣在 3 号架" }));
    assert_eq!(desk.get(id)["stale"], Json::Null, "备注不影响文案");
    change(json!({ "material": "醋酸" }));
    let seen = desk.get(id);
    assert_eq!(seen["stale"]["by"], "boss");
    assert_eq!(seen["stale"]["fields"].as_array().unwrap().len(), 1, "{}", seen["stale"]);
    let listed = desk.shop.ok(&desk.boss, "copy.list", json!({ "tab": "stale" }));
    assert_eq!(listed["rows"][0]["id"], id);
    let err =
        desk.shop.refused(&desk.writer, "copy.publish_to_listing", desk.publish_args(id, &[tmall]));
    assert!(err.message.contains("boss") && err.message.contains("核对"), "{}", err.message);
    assert_eq!(desk.refused(&desk.writer, id, "recheck").code, Code::Forbidden);
    desk.act(&desk.planner, id, "recheck");
    assert_eq!(desk.get(id)["stale"], Json::Null);
    assert_eq!(desk.refused(&desk.planner, id, "recheck").reason, "guard");
    desk.shop.ok(&desk.writer, "copy.publish_to_listing", desk.publish_args(id, &[tmall]));
}

#[test]
fn a_request_with_open_questions_is_refused_by_their_names_and_what_is_answered_stays_answered() {
    let desk = desk();
    let ask = |brief: &str| json!({ "kind": "detail", "title": "夏裙详情", "channel": "tmall", "brief": brief });
    let half = "版块顺序：面料、版型\n卖点与证明：\n尺码与护理：";
    for (text, open) in [("", "版块顺序、卖点与证明、尺码与护理"), (half, "卖点与证明、尺码与护理")]
    {
        let err = desk.shop.refused(&desk.planner, "copy.create", ask(text));
        assert_eq!(err.field.as_deref(), Some("brief"));
        assert!(err.message.contains(&format!("回答：{open}。")), "{}", err.message);
    }
    assert_eq!(desk.shop.count("select count(*) from copy_doc"), 0);
    let id = desk.asked("detail");
    let change =
        |text: &str| json!({ "id": id, "version": desk.get(id)["version"], "brief": text });
    let err = desk.shop.refused(&desk.planner, "copy.update", change(half));
    assert!(err.message.contains("尺码与护理"), "{}", err.message);
    let whole = "版块顺序：面料、版型\n卖点与证明：真丝\n尺码与护理：无";
    desk.shop.ok(&desk.planner, "copy.update", change(whole));
    assert_eq!(desk.get(id)["brief"], whole);
}

#[test]
fn a_request_for_a_product_or_campaign_that_is_not_there_is_refused() {
    let desk = desk();
    for (field, what) in [("product_id", "产品"), ("campaign_id", "活动")] {
        let mut args = json!({ "kind": "title", "title": "标题", "channel": "tmall", "brief": brief("title") });
        args[field] = json!(404);
        let err = desk.shop.refused(&desk.planner, "copy.create", args);
        assert_eq!((err.code, err.field.as_deref()), (Code::NotFound, Some(field)));
        assert!(err.message.contains(what), "{}", err.message);
    }
    assert_eq!(desk.shop.count("select count(*) from copy_doc"), 0);
}

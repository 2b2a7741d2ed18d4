//! Files that come in: what is taken, what is refused and how it is said.

use std::io::{self, Read};

use serde_json::{Value as Json, json};

use super::{Room, picture};
use crate::kernel::Code;

/// A PNG that states this size; nothing of it is there but its beginning and its end.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    out.extend(width.to_be_bytes());
    out.extend(height.to_be_bytes());
    out.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    out.extend(b"\0\0\0\x04IDAT\x78\x9c\0\0\0\0\0\0");
    out.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    out
}

#[test]
fn files_that_cannot_be_taken_are_refused_with_a_sentence_and_leave_nothing() {
    let room = Room::new();
    let whole = picture(50, 800, 800);
    let core = room.shop.shop.core();
    let mut program = b"MZ\x90\0".to_vec();
    program.resize(300, 0);
    program[200..204].copy_from_slice(b"PE\0\0");
    for (name, bytes, reason) in [
        ("工具.exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".as_slice(), "program"),
        ("空.jpg", b"".as_slice(), "empty"),
        ("半张.jpg", &whole[..whole.len() / 2], "truncated"),
        ("改了名的程序.jpg", &program[..], "program"),
        ("主图.jpg.lnk", b"anything".as_slice(), "shortcut"),
        ("桌面上的主图", b"\x4c\0\0\0\x01\x14\x02\0....".as_slice(), "shortcut"),
        ("清理.bat", b"@echo off".as_slice(), "script"),
        ("炸弹.png", &png_of(30_000, 30_000)[..], "pixel_bomb"),
        ("太大.jpg", &[&whole[..], &vec![0; 51 << 20]].concat()[..], "too_large"),
    ] {
        let err = core.put_bytes(&room.designer, name, bytes).unwrap_err();
        assert_eq!(err.reason, reason, "{name}: {}", err.message);
        assert!(err.message.contains(name) && err.message.contains("没有收下"), "{}", err.message);
    }
    assert_eq!(room.shop.count("select count(*) from file"), 0);
    assert_eq!(core.store().files().all().unwrap(), Vec::<String>::new(), "盘上也没有留下");
}

/// A network folder that goes away in the middle of the copy.
struct Torn(usize);

impl Read for Torn {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::from(io::ErrorKind::HostUnreachable));
        }
        let n = into.len().min(self.0);
        into[..n].fill(b'x');
        self.0 -= n;
        Ok(n)
    }
}

#[test]
fn a_copy_that_breaks_off_in_the_middle_leaves_nothing_and_says_what_happened() {
    let room = Room::new();
    let core = room.shop.shop.core();
    let err = core.put_file(&room.designer, "外景.psd", &mut Torn(700_000)).unwrap_err();
    assert_eq!((err.code, err.reason.as_str()), (Code::Unavailable, "broken_off"));
    assert!(err.message.contains("外景.psd") && err.message.contains("网络位置断开"), "{err}");
    assert_eq!(room.shop.count("select count(*) from file"), 0);
    assert_eq!(core.store().files().all().unwrap(), Vec::<String>::new());
}

#[test]
fn what_is_odd_about_a_file_is_said_when_it_comes_in() {
    let room = Room::new();
    let core = room.shop.shop.core();
    let said = |name: &str, bytes: &[u8]| {
        core.put_bytes(&room.designer, name, bytes).unwrap().warnings.join("；")
    };
    let lie = said("主图.png", &picture(51, 800, 800));
    assert!(lie.contains(".png") && lie.contains("JPEG"), "{lie}");
    let font = said("标题字.ttf", b"\0\x01\0\0\0\x0c\0\x80\0\x03\0\x40");
    assert!(font.contains("没有预览"), "{font}");
    let ai = said("矢量.ai", b"%PDF-1.6 %\xe2\xe3 Illustrator");
    assert!(ai.contains("没有预览"), "{ai}");
}

#[test]
fn a_working_file_is_kept_as_a_source_and_never_as_the_picture_to_judge() {
    let room = Room::new();
    let asset = room.request("ad_creative", "带源文件");
    room.schedule(&asset);
    let psd = room.psd();
    let added = room.add(&asset["id"], "源.psd", &psd);
    assert_eq!(added["version"]["is_source"], true);
    assert_eq!(added["version"]["checks"], json!([]));
    let err = room.shop.refused(
        &room.designer,
        "assets.add_version",
        json!({ "request": asset["id"], "file": psd, "name": "源.psd", "as_source": false }),
    );
    assert!(err.message.contains("不是图片"), "{}", err.message);
    let err = room.act_refused(&room.designer, &asset["id"], json!({ "action": "submit_version" }));
    assert!(err.message.contains("还没有图片版本"), "{}", err.message);
}

#[test]
fn two_hundred_files_at_once_go_in_and_one_more_is_too_many() {
    let room = Room::new();
    let asset = room.request("ad_creative", "整个文件夹");
    room.schedule(&asset);
    let items: Vec<Json> = (0..201)
        .map(|n| {
            let text = format!("第 {n} 份说明");
            let file = room.file(&format!("{n}.txt"), text.as_bytes());
            json!({ "request": asset["id"], "file": file, "name": format!("{n}.txt") })
        })
        .collect();
    let all = json!({ "items": items });
    let err = room.shop.refused(&room.designer, "assets.add_versions", all);
    assert!(err.message.contains("200"), "{}", err.message);
    assert_eq!(room.shop.count("select count(*) from asset_version"), 0);
    let most = json!({ "items": items[..200] });
    let done = room.shop.ok(&room.designer, "assets.add_versions", most);
    assert_eq!((done["added"].as_array().unwrap().len(), &done["failed"]), (200, &json!([])));
    // All of it is one batch: a wrong folder is taken back as a whole.
    room.shop.ok(&room.designer, "batches.undo", json!({ "batch": done["batch"] }));
    assert_eq!(room.shop.count("select count(*) from asset_version"), 0);
    assert_eq!(room.get(&asset["id"])["state"], "assigned");
}

#[test]
fn many_files_at_once_what_fits_goes_in_and_the_rest_is_named() {
    let room = Room::new();
    let asset = room.request("ad_creative", "批量");
    let other = room.request("ad_creative", "还没排期");
    room.schedule(&asset);
    let good = room.file("好.jpg", &picture(60, 800, 800));
    let names =
        json!({ "names": [format!("{}-终稿.jpg", asset["no"].as_str().unwrap()), "IMG_1.jpg"] });
    let matched = room.shop.ok(&room.designer, "assets.match_files", names);
    assert_eq!(matched[0]["guesses"][0]["request"], asset["id"]);
    assert_eq!(matched[0]["guesses"][0]["confidence"], 100);
    assert_eq!(matched[1]["guesses"], json!([]));
    let done = room.shop.ok(
        &room.designer,
        "assets.add_versions",
        json!({ "items": [
            { "request": asset["id"], "file": good, "name": "好.jpg" },
            { "request": other["id"], "file": good, "name": "好.jpg" },
            { "request": asset["id"], "file": "0".repeat(64), "name": "没传.jpg" },
        ]}),
    );
    assert_eq!(done["added"].as_array().unwrap().len(), 1);
    let failed = done["failed"].as_array().unwrap();
    assert_eq!(failed.len(), 2);
    assert!(failed[0]["message"].as_str().unwrap().contains("还没有排期"), "{failed:?}");
    assert_eq!(room.shop.count("select count(*) from asset_version"), 1);
}

#[test]
fn a_file_is_checked_for_a_slot_without_becoming_a_version() {
    let room = Room::new();
    let file = room.file("白底.jpg", &picture(70, 800, 800));
    let checked = room.shop.ok(
        &room.designer,
        "assets.check_file",
        json!({ "file": file, "slot": "taobao.white" }),
    );
    assert_eq!(checked["level"], "red", "背景不白");
    let err = room.shop.refused(
        &room.designer,
        "assets.check_file",
        json!({ "file": file, "slot": "没有" }),
    );
    assert_eq!(err.field.as_deref(), Some("slot"));
    assert_eq!(room.shop.count("select count(*) from asset_version"), 0);
}

#[test]
fn a_version_that_was_sent_back_does_not_come_in_again_and_the_refusal_says_why_it_came_back() {
    let room = Room::new();
    let asset = room.request("ad_creative", "夏裙推广图");
    let id = asset["id"].clone();
    room.schedule(&asset);
    let (first, second) = (
        room.file("一稿.jpg", &picture(150, 800, 800)),
        room.file("二稿.jpg", &picture(151, 800, 800)),
    );
    for (name, file, reason) in
        [("一稿.jpg", &first, "背景要换成海边"), ("二稿.jpg", &second, "字太小")]
    {
        room.add(&id, name, file);
        room.act(&room.designer, &id, json!({ "action": "submit_version" }));
        let back = json!({ "action": "retake", "class": "below_par", "reason": reason });
        room.act(&room.service, &id, back);
    }
    for (file, no, reason) in
        [(&first, "第 1 版", "背景要换成海边"), (&second, "第 2 版", "字太小")]
    {
        let item = json!({ "request": id, "file": file, "name": "终稿.jpg" });
        let err = room.shop.refused(&room.designer, "assets.add_version", item.clone());
        assert_eq!((err.code, err.reason.as_str()), (Code::Conflict, "duplicate"));
        for part in ["终稿.jpg", "AR-20261123-001", no, "未达要求", reason] {
            assert!(err.message.contains(part), "{part}: {}", err.message);
        }
        let many = json!({ "items": [item] });
        let many = room.shop.ok(&room.designer, "assets.add_versions", many);
        assert_eq!((&many["added"], &many["batch"]), (&json!([]), &Json::Null));
        assert!(many["failed"][0]["message"].as_str().unwrap().contains(no), "{many}");
    }
    assert_eq!(room.shop.count("select count(*) from asset_version"), 2);
}

#[test]
fn an_earlier_version_that_nobody_sent_back_comes_in_again_and_is_named() {
    let room = Room::new();
    let asset = room.request("ad_creative", "夏裙推广图");
    let id = asset["id"].clone();
    room.schedule(&asset);
    let first = room.file("一稿.jpg", &picture(152, 800, 800));
    let one = room.add(&id, "一稿.jpg", &first);
    assert_eq!(one["duplicates"], json!([]));
    room.add(&id, "二稿.jpg", &room.file("二稿.jpg", &picture(153, 800, 800)));
    let again = room.add(&id, "还是一稿.jpg", &first);
    assert_eq!(again["version"]["no"], 3);
    assert_eq!(again["duplicates"].as_array().unwrap().len(), 1, "{again}");
    assert_eq!(again["duplicates"][0]["message"], "与 AR-20261123-001 v1 相同");
    let seen = room.get(&id);
    assert_eq!(seen["duplicates"][0]["version_no"], 1, "审核的人也看得到");
    assert_eq!(seen["duplicates"].as_array().unwrap().len(), 1, "{}", seen["duplicates"]);
}

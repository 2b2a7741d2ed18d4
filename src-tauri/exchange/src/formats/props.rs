//! The small languages inside a data pack's cells.
//!
//! Seen word for word in public packs: `skuProps` is `price:qty:outer_id:pid:vid;pid:vid;` repeated
//! (`20:19::1627207:28326;20549:29544;`), `propAlias` is `1627207:28320:米白;`, `input_custom_cpv`
//! is `1627207:-1001:color1;`, `picture` is `hash:1:index:|url;` for main pictures and
//! `hash:2:0:pid:vid|url;` for those of a choice.

/// A variant as the cell has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SkuProp {
    pub price: String,
    pub quantity: String,
    pub outer_id: String,
    /// `pid:vid` of each choice.
    pub choices: Vec<(String, String)>,
}

/// A picture as the cell has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PictureProp {
    /// The `.tbi` file's name without the extension; empty for an address only.
    pub hash: String,
    pub url: String,
    pub index: u32,
    /// `pid:vid` of the choice it shows.
    pub choice: Option<(String, String)>,
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Splits `skuProps`; the error says which part cannot be read.
pub(crate) fn split_skus(text: &str) -> Result<Vec<SkuProp>, String> {
    let mut skus: Vec<SkuProp> = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let wrong = || format!("「{part}」不是「价格:数量:商家编码:属性:值」的写法");
        let fields: Vec<&str> = part.split(':').collect();
        match fields.as_slice() {
            [pid, vid] if is_number(pid) && is_number(vid) => {
                let sku = skus.last_mut().ok_or_else(wrong)?;
                sku.choices.push(((*pid).to_owned(), (*vid).to_owned()));
            }
            // A code may hold colons itself: what is between the numbers in front and behind is it.
            [price, quantity, code @ .., pid, vid]
                if !code.is_empty() && is_number(pid) && is_number(vid) =>
            {
                skus.push(SkuProp {
                    price: (*price).to_owned(),
                    quantity: (*quantity).to_owned(),
                    outer_id: code.join(":"),
                    choices: vec![((*pid).to_owned(), (*vid).to_owned())],
                });
            }
            _ => return Err(wrong()),
        }
    }
    Ok(skus)
}

/// Splits `pid:vid:name;` lists.
pub(crate) fn split_names(text: &str) -> Vec<(String, String, String)> {
    text.split(';')
        .filter_map(|part| {
            let mut fields = part.trim().splitn(3, ':');
            let (pid, vid, name) = (fields.next()?, fields.next()?, fields.next()?);
            (is_number(pid) && is_number(vid) && !name.is_empty())
                .then(|| (pid.to_owned(), vid.to_owned(), name.to_owned()))
        })
        .collect()
}

/// Splits `picture`, main pictures first in their own order.
pub(crate) fn split_pictures(text: &str) -> Vec<PictureProp> {
    // An address may hold a semicolon; a new picture starts with a name and two numbers, or http.
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(';') {
        let starts =
            part.trim().starts_with("http") || part.split(':').nth(1).is_some_and(is_number);
        match parts.last_mut() {
            Some(last) if !starts && last.contains("|http") && !part.trim().is_empty() => {
                last.push(';');
                last.push_str(part);
            }
            _ => parts.push(part.trim().to_owned()),
        }
    }
    let mut pictures: Vec<PictureProp> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .map(|part| {
            if part.starts_with("http") {
                return PictureProp {
                    hash: String::new(),
                    url: part.clone(),
                    index: u32::MAX,
                    choice: None,
                };
            }
            let (head, url) = part.split_once('|').unwrap_or((part, ""));
            let fields: Vec<&str> = head.trim_end_matches(':').split(':').collect();
            let choice = match fields.as_slice() {
                [_, "2", _, pid, vid] => Some(((*pid).to_owned(), (*vid).to_owned())),
                _ => None,
            };
            PictureProp {
                hash: fields.first().map(|h| h.trim().to_owned()).unwrap_or_default(),
                url: url.trim().to_owned(),
                index: fields.get(2).and_then(|i| i.parse().ok()).unwrap_or(u32::MAX),
                choice,
            }
        })
        .filter(|picture| !picture.hash.is_empty() || !picture.url.is_empty())
        .collect();
    pictures.sort_by_key(|picture| {
        (picture.choice.is_some(), if picture.choice.is_some() { 0 } else { picture.index })
    });
    pictures
}

/// The names of the sale properties whose numbers are the same in every category.
const PROPERTIES: &[(&str, &str)] = &[
    ("1627207", "颜色分类"),
    ("20509", "尺码"),
    ("20549", "鞋码"),
    ("20000", "品牌"),
    ("13021751", "货号"),
];

/// Values whose numbers are the same in every category, seen with these names in public data.
const VALUES: &[(&str, &str, &str)] = &[
    ("1627207", "28320", "白色"),
    ("1627207", "28324", "黄色"),
    ("1627207", "28326", "红色"),
    ("1627207", "28329", "紫色"),
    ("1627207", "28335", "绿色"),
    ("1627207", "28338", "蓝色"),
    ("1627207", "28341", "黑色"),
    ("1627207", "3232480", "粉红色"),
    ("20509", "28314", "S"),
    ("20509", "28315", "M"),
    ("20509", "28316", "L"),
    ("20509", "28317", "XL"),
];

/// The name of a property; its number in words where the name is not known.
pub(crate) fn property_name(pid: &str) -> String {
    PROPERTIES
        .iter()
        .find(|(known, _)| *known == pid)
        .map_or_else(|| format!("属性{pid}"), |(_, name)| (*name).to_owned())
}

/// The number of a property by its name.
pub(crate) fn property_id(name: &str) -> Option<String> {
    let name = match name {
        "颜色" | "color" | "Color" | "Colour" => "颜色分类",
        "尺寸" | "size" | "Size" => "尺码",
        name => name,
    };
    let known =
        PROPERTIES.iter().find(|(_, known)| *known == name).map(|(pid, _)| (*pid).to_owned());
    known.or_else(|| name.strip_prefix("属性").filter(|pid| is_number(pid)).map(str::to_owned))
}

/// The platform's own name of a value.
pub(crate) fn value_name(pid: &str, vid: &str) -> Option<&'static str> {
    VALUES.iter().find(|(p, v, _)| *p == pid && *v == vid).map(|(_, _, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_a_pack_are_taken_apart() {
        let skus = split_skus("20:19::1627207:28326;20549:29544;39.90:5:WT:01-A:1627207:-1001;")
            .expect("readable");
        assert_eq!(skus.len(), 2);
        assert_eq!(
            skus[0].choices,
            [("1627207".into(), "28326".into()), ("20549".into(), "29544".into())]
        );
        assert_eq!(skus[0].outer_id, "");
        assert_eq!(skus[1].outer_id, "WT:01-A");
        assert!(split_skus("abc").is_err());
        assert!(split_skus("1627207:28326;").is_err());
    }

    #[test]
    fn pictures_keep_the_sellers_order() {
        let pictures = split_pictures(
            "bb:1:1:|;cc:2:0:1627207:28320|;aa:1:0:|https://img.example.com/a.jpg;x=1;",
        );
        let hashes: Vec<&str> = pictures.iter().map(|p| p.hash.as_str()).collect();
        assert_eq!(hashes, ["aa", "bb", "cc"]);
        assert_eq!(pictures[0].url, "https://img.example.com/a.jpg;x=1");
        assert_eq!(pictures[2].choice, Some(("1627207".into(), "28320".into())));
    }
}

//! Text out of a dropped file: `.txt` and `.md` in any encoding, `.docx`.

use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::Event;
use shopdesk_exchange::Input;
use shopdesk_exchange::sniff::{guess_encoding, list_entries};

use super::rules::MAX_CHARS;
use crate::kernel::{Code, Cx, Error, Result, files};

/// The largest text file, in bytes.
const MAX_TEXT: u64 = 2 * 1024 * 1024;
/// The largest document (with its pictures), in bytes.
const MAX_DOCX: u64 = 50 * 1024 * 1024;
/// The most the text part of a document may unpack to.
const MAX_XML: u64 = 32 * 1024 * 1024;

/// The text of a stored file that people know as `name`.
pub(super) fn extract(cx: &Cx<'_>, hash: &str, name: &str) -> Result<String> {
    let plain = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    if !plain || !cx.files().has(hash) {
        return Err(Error::not_found("文件", name).at("file"));
    }
    let input = files::input(name, cx.files().path(hash));
    let text = match input.extension().as_str() {
        "txt" | "md" | "markdown" => plain_text(&input)?,
        "docx" => docx(&input)?,
        "doc" | "wps" | "rtf" => {
            return Err(bad(name, "是旧的文字格式，读不出正文。请用 Word 另存为 .docx 再拖入"));
        }
        _ => return Err(bad(name, "不是文案文件。可以拖入 .txt、.md、.docx")),
    };
    if text.chars().count() > MAX_CHARS {
        return Err(too_large(name, &format!("正文超过 {MAX_CHARS} 个字，请拆成几份")));
    }
    if text.trim().is_empty() {
        return Err(bad(name, "里面没有文字"));
    }
    Ok(text)
}

fn bad(name: &str, why: &str) -> Error {
    Error::invalid("file", format!("“{name}”{why}")).because("bad_file")
}

fn too_large(name: &str, why: &str) -> Error {
    Error::new(Code::TooLarge, "too_large", format!("“{name}”{why}")).at("file")
}

fn damaged(name: &str) -> Error {
    bad(name, "已损坏或不是真正的 Word 文档，读不出正文。请在 Word 里打开并另存一份再拖入")
}

fn plain_text(input: &Input) -> Result<String> {
    let name = input.name();
    let refused = |r: shopdesk_exchange::Refused| bad(name, &format!("读不出来：{}", r.message));
    let len = input.len().map_err(refused)?;
    if len > MAX_TEXT {
        return Err(too_large(name, "超过 2 MB，不像一份文案。请拆开再拖入"));
    }
    let bytes = input.read_all(MAX_TEXT).map_err(refused)?;
    let guesses = guess_encoding(input).map_err(refused)?;
    let Some(best) = guesses.first() else {
        return Err(bad(name, "不是文本文件，内容读不出来"));
    };
    Ok(best.encoding.decode(&bytes))
}

fn docx(input: &Input) -> Result<String> {
    let name = input.name();
    let refused = |r: shopdesk_exchange::Refused| {
        Error::invalid("file", r.message.clone()).because("bad_file")
    };
    if input.len().map_err(refused)? > MAX_DOCX {
        return Err(too_large(name, "超过 50 MB。请把图片压缩或删去再拖入"));
    }
    let head = input.head(8).map_err(refused)?;
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(bad(name, "有打开密码，或其实是旧的 .doc。请去掉密码、另存为 .docx 再拖入"));
    }
    if !head.starts_with(b"PK") {
        return Err(damaged(name));
    }
    // Refuses passwords, paths that lead out, and bombs.
    let entries = list_entries(input).map_err(refused)?;
    let Some(entry) = entries.iter().find(|e| e.path == "word/document.xml") else {
        return Err(damaged(name));
    };
    if entry.size > MAX_XML {
        return Err(too_large(name, "解压后大得不正常，可能是压缩炸弹，没有读取"));
    }
    let mut archive =
        zip::ZipArchive::new(input.open().map_err(refused)?).map_err(|_| damaged(name))?;
    let file = archive.by_index(entry.index).map_err(|_| damaged(name))?;
    let mut xml = Vec::new();
    // The declared size is the sender's word; the bytes themselves are counted too.
    file.take(MAX_XML + 1).read_to_end(&mut xml).map_err(|_| damaged(name))?;
    if xml.len() as u64 > MAX_XML {
        return Err(too_large(name, "解压后大得不正常，可能是压缩炸弹，没有读取"));
    }
    let xml = String::from_utf8(xml).map_err(|_| damaged(name))?;
    paragraphs(&xml).ok_or_else(|| damaged(name))
}

/// The paragraphs of a document's XML, a line each; `None` when it is broken. Deleted text of tracked
/// changes has another tag and stays out; so does the fallback copy of text boxes.
fn paragraphs(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    let (mut in_text, mut fallback, mut depth, mut seen) = (false, 0_u32, 0_i64, false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                depth += 1;
                match tag.local_name().as_ref() {
                    "Fallback" => fallback += 1,
                    "t" => in_text = true,
                    "document" => seen = true,
                    _ => {}
                }
            }
            Event::End(tag) => {
                depth -= 1;
                match tag.local_name().as_ref() {
                    "Fallback" => fallback = fallback.saturating_sub(1),
                    "t" => in_text = false,
                    "p" if fallback == 0 => out.push('\n'),
                    _ => {}
                }
            }
            Event::Empty(tag) if fallback == 0 => match tag.local_name().as_ref() {
                "tab" => out.push('\t'),
                "br" | "cr" | "p" => out.push('\n'),
                "noBreakHyphen" => out.push('-'),
                _ => {}
            },
            Event::Text(text) if in_text && fallback == 0 => out.push_str(&text.xml10_content()),
            Event::CData(text) if in_text && fallback == 0 => out.push_str(&text.xml10_content()),
            Event::GeneralRef(name) if in_text && fallback == 0 => {
                match name.resolve_char_ref().ok()? {
                    Some(c) => out.push(c),
                    None => {
                        let name = name.xml10_content();
                        out.push_str(quick_xml::escape::resolve_predefined_entity(&name)?);
                    }
                }
            }
            Event::DocType(_) => return None,
            Event::Eof => break,
            _ => {}
        }
    }
    // A cut-off file ends before its tags are closed.
    (seen && depth == 0).then(|| {
        let mut text = out;
        while text.contains("\n\n\n") {
            text = text.replace("\n\n\n", "\n\n");
        }
        text.trim().to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn paragraphs_become_lines_and_entities_characters() {
        let xml = "<w:document xmlns:w='x'><w:body><w:p><w:r><w:t>真丝 &amp; 亚麻</w:t></w:r><w:del><w:r>\
                   <w:delText>旧</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>二</w:t><w:br/><w:t>&#19977;</w:t></w:r></w:p></w:body></w:document>";
        assert_eq!(paragraphs(xml).as_deref(), Some("真丝 & 亚麻\n二\n三"));
    }

    #[test]
    fn a_cut_off_document_and_one_with_entities_of_its_own_are_refused() {
        assert_eq!(paragraphs("<w:document xmlns:w='x'><w:body><w:p><w:t>一</w:t>"), None);
        assert_eq!(paragraphs("<!DOCTYPE d [<!ENTITY a 'b'>]><document/>"), None);
        assert_eq!(paragraphs("<html/>"), None);
    }
}

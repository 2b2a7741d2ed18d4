//! What a raw cell means once the platform's wrapping is off: `="123"`, a leading `'`, no-break
//! blanks, tabs that keep Excel from eating a number, and the words for "nothing".

/// A cleaned text, and what the cleaning had to take away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// The text; empty when the cell says nothing.
    pub text: String,
    /// Zero-width or control characters were removed: nobody sees them, yet they break a search.
    pub invisible: bool,
    /// The bytes were no valid text in the file's encoding.
    pub undecodable: bool,
}

/// Cleans one text cell.
pub fn clean(raw: &str) -> Cleaned {
    // Most cells hold nothing that could be litter: no copy is made to look for it.
    if raw.chars().all(is_plain) {
        return unwrapped(raw, false);
    }
    let mut invisible = false;
    let mut text = String::with_capacity(raw.len());
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\u{a0}' | '\t' => text.push(' '),
            '\r' | '\n' => text.push('\n'),
            // A mark at the very start is the file's, not the cell's.
            '\u{feff}' => invisible |= !text.is_empty(),
            '\u{200b}'
            | '\u{200c}'
            | '\u{2060}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}' => {
                invisible = true;
            }
            // A zero-width joiner holds an emoji family together; elsewhere it is litter.
            '\u{200d}' => match text.chars().next_back() {
                Some(last) if !last.is_alphanumeric() && !last.is_ascii() => text.push(character),
                _ => invisible = true,
            },
            c if c.is_control() => invisible = true,
            c => text.push(c),
        }
    }
    unwrapped(&text, invisible)
}

/// Whether a character always stays as it is.
fn is_plain(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {
            false
        }
        c => !c.is_control(),
    }
}

/// Takes off the blanks and the wrapping around a text.
fn unwrapped(text: &str, invisible: bool) -> Cleaned {
    let mut body = text.trim();
    if let Some(inner) = body.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        body = inner.trim();
    }
    if let Some(rest) = body.strip_prefix('\'')
        && rest.starts_with(|c: char| c.is_ascii_digit())
    {
        body = rest;
    }
    let undecodable = body.contains('\u{fffd}');
    let text = if is_null(body) { String::new() } else { body.to_owned() };
    Cleaned { text, invisible, undecodable }
}

/// Whether the text is one of the words for "nothing".
pub fn is_null(text: &str) -> bool {
    matches!(text, "" | "-" | "--" | "—" | "——" | "None" | "none" | "NULL" | "null" | "\\N")
}

/// The form in which header names are compared: no blanks, no stars, one width, lower case.
pub fn name_key(name: &str) -> String {
    name.chars()
        .filter_map(|character| match character {
            c if c.is_whitespace() || c.is_control() => None,
            '*' | '\u{feff}' | '\u{200b}' | '_' | '-' => None,
            '（' => Some('('),
            '）' => Some(')'),
            '：' => Some(':'),
            '／' => Some('/'),
            c @ '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
            c => Some(c),
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether the text is a number that Excel put in scientific notation: digits of an id are gone.
pub fn is_lost_id(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let Some(exponent) = exponent.strip_prefix('+') else { return false };
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let mantissa_fits = match mantissa.split_once('.') {
        Some((whole, part)) => whole.len() == 1 && digits(whole) && digits(part),
        None => mantissa.len() == 1 && digits(mantissa),
    };
    mantissa_fits && exponent.len() <= 3 && digits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_that_excel_needs_comes_off() {
        for (raw, want) in [
            ("=\"1930000000000000000\"", "1930000000000000000"),
            ("=\"\"", ""),
            ("'13800000000", "13800000000"),
            ("'quoted'", "'quoted'"),
            ("\u{feff}订单编号", "订单编号"),
            ("收货地址 ", "收货地址"),
            ("2024061\t", "2024061"),
            ("米\u{a0}白", "米 白"),
            ("--", ""),
            ("None", ""),
            ("0", "0"),
        ] {
            assert_eq!(clean(raw).text, want, "{raw:?}");
        }
    }

    #[test]
    fn invisible_characters_go_and_are_told() {
        let cleaned = clean("羊毛毡\u{200b}钥匙扣\u{1}");
        assert_eq!(cleaned.text, "羊毛毡钥匙扣");
        assert!(cleaned.invisible);
        assert!(!clean("羊毛毡").invisible);
        assert_eq!(clean("👩\u{200d}👧").text, "👩\u{200d}👧");
    }

    #[test]
    fn an_id_in_scientific_notation_is_lost() {
        assert!(is_lost_id("1.93068E+18"));
        assert!(is_lost_id("2E+15"));
        assert!(!is_lost_id("1930680000000000000"));
        assert!(!is_lost_id("WT-E+1"));
        assert!(!is_lost_id("12.5E+3"));
    }
}

//! Conditional colours, and what may be typed into a template.

use rust_xlsxwriter as xl;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::sheet::{Allow, Column, Compare, Rule, Tone};
use crate::style;
use crate::totals;

/// The hidden sheet of drop-down lists too long for a cell's own rule.
pub(crate) const LISTS: &str = "选项";

/// A conditional colour over a column's data.
pub(crate) fn colour(
    sheet: &mut Worksheet,
    rule: &Rule,
    at: u16,
    last: u32,
) -> Result<(), XlsxError> {
    let cell = format!("${}2", totals::letters(usize::from(at)));
    let quote = |text: &str| text.replace('"', "\"\"");
    let (formula, tone) = match rule {
        Rule::DataBar(tone) => {
            let bar = xl::ConditionalFormatDataBar::new()
                .set_fill_color(style::strong(*tone))
                .set_solid_fill(true)
                .set_border_off(true);
            sheet.add_conditional_format(1, at, last, at, &bar)?;
            return Ok(());
        }
        Rule::Heat(tone) => {
            let heat = xl::ConditionalFormat2ColorScale::new()
                .set_minimum_color(0x00FF_FFFF)
                .set_maximum_color(style::strong(*tone));
            sheet.add_conditional_format(1, at, last, at, &heat)?;
            return Ok(());
        }
        Rule::RedToGreen | Rule::GreenToRed => {
            let (low, high) = if *rule == Rule::RedToGreen {
                (Tone::Bad, Tone::Good)
            } else {
                (Tone::Good, Tone::Bad)
            };
            let scale = xl::ConditionalFormat3ColorScale::new()
                .set_minimum_color(style::strong(low))
                .set_midpoint_color(style::tone(Tone::Warn).0)
                .set_maximum_color(style::strong(high));
            sheet.add_conditional_format(1, at, last, at, &scale)?;
            return Ok(());
        }
        // Words and empty cells are not numbers: Excel alone would take — for more than any.
        Rule::When(compare, tone) => {
            let test = match compare {
                Compare::Below(limit) => format!("{cell}<{limit}"),
                Compare::AtMost(limit) => format!("{cell}<={limit}"),
                Compare::AtLeast(limit) => format!("{cell}>={limit}"),
                Compare::Above(limit) => format!("{cell}>{limit}"),
                Compare::Between(low, high) => format!("{cell}>={low},{cell}<={high}"),
            };
            (format!("=AND(ISNUMBER({cell}),{test})"), *tone)
        }
        Rule::Filled(tone) => (format!("=LEN({cell})>0"), *tone),
        Rule::Is(text, tone) => (format!("=EXACT({cell},\"{}\")", quote(text)), *tone),
        Rule::Contains(text, tone) => {
            (format!("=ISNUMBER(FIND(\"{}\",{cell}))", quote(text)), *tone)
        }
    };
    let (fill, ink) = style::tone(tone);
    let format = Format::new().set_background_color(fill).set_font_color(ink);
    let condition = xl::ConditionalFormatFormula::new()
        .set_rule(formula.as_str())
        .set_format(format)
        .set_stop_if_true(true);
    sheet.add_conditional_format(1, at, last, at, &condition)?;
    Ok(())
}

/// What may be typed into a column.
pub(crate) fn restrict(
    sheet: &mut Worksheet,
    allow: &Allow,
    column: &Column,
    at: u16,
    last: u32,
    lists: &mut Vec<Vec<String>>,
) -> Result<(), XlsxError> {
    let rule = xl::DataValidation::new();
    let (rule, expected) = match allow {
        Allow::OneOf(choices) => {
            let length: usize = choices.iter().map(|c| c.encode_utf16().count() + 1).sum();
            let plain = !choices.iter().any(|choice| choice.contains([',', '"']));
            let rule = if length <= 250 && plain {
                rule.allow_list_strings(choices)?
            } else {
                let at = lists.iter().position(|list| list == choices).unwrap_or_else(|| {
                    lists.push(choices.clone());
                    lists.len() - 1
                });
                let letters = totals::letters(at);
                let range = format!("={LISTS}!${letters}$1:${letters}${}", choices.len().max(1));
                rule.allow_list_formula(xl::Formula::new(range))
            };
            (rule, "请从下拉列表中选择".to_owned())
        }
        Allow::Whole(low, high) => (
            rule.allow_whole_number(xl::DataValidationRule::Between(*low, *high)),
            format!("请填 {low} 到 {high} 之间的整数"),
        ),
        Allow::Decimal(low, high) => (
            rule.allow_decimal_number(xl::DataValidationRule::Between(*low, *high)),
            format!("请填 {low} 到 {high} 之间的数"),
        ),
        Allow::Day => (
            rule.allow_date(xl::DataValidationRule::Between(
                xl::ExcelDateTime::from_ymd(2000, 1, 1)?,
                xl::ExcelDateTime::from_ymd(2199, 12, 31)?,
            )),
            "请填日期，例如 2026-11-23".to_owned(),
        ),
        Allow::TextUpTo(most) => (
            rule.allow_text_length(xl::DataValidationRule::LessThanOrEqualTo(*most)),
            format!("最多 {most} 个字"),
        ),
    };
    let title: String = column.title.chars().take(30).collect();
    let rule = rule
        .set_input_title(&title)?
        .set_input_message(expected.as_str())?
        .set_error_title(&title)?
        .set_error_message(format!("{expected}。"))?;
    sheet.add_data_validation(1, at, last, at, &rule)?;
    Ok(())
}

/// The hidden sheet of long drop-down lists.
pub(crate) fn write_lists(
    book: &mut xl::Workbook,
    name: &str,
    lists: &[Vec<String>],
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?.set_hidden(true);
    for (column, list) in (0_u16..).zip(lists) {
        for (row, choice) in (0_u32..).zip(list) {
            sheet.write_string(row, column, choice)?;
        }
    }
    Ok(())
}

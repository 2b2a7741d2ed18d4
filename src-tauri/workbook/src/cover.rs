//! 「封面与口径」: what a workbook says about itself.

use chrono_tz::Tz;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Note, Url, Worksheet, XlsxError};

use crate::style;
use crate::text::instant;

/// How a figure is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Definition {
    /// The figure's name, as the column's head says it.
    pub name: String,
    /// How it is computed, in words.
    pub formula: String,
    /// Which data it comes from.
    pub source: String,
}

impl Definition {
    /// A definition.
    pub fn new(
        name: impl Into<String>,
        formula: impl Into<String>,
        source: impl Into<String>,
    ) -> Definition {
        Definition { name: name.into(), formula: formula.into(), source: source.into() }
    }
}

/// What stands on the first sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cover {
    /// The report's name.
    pub title: String,
    /// The document's number.
    pub document: String,
    /// The shop.
    pub shop: String,
    /// The days it covers, in words: 2026-11-01 至 2026-11-30.
    pub period: String,
    /// Data up to here (UTC milliseconds).
    pub cut_off: Option<i64>,
    /// Who made it.
    pub author: String,
    /// When it was made (UTC milliseconds).
    pub generated_at: i64,
    /// What the viewer may not see, in words.
    pub masks: Vec<String>,
    /// The filters that were set: name and value.
    pub filters: Vec<(String, String)>,
    /// How each figure is made.
    pub definitions: Vec<Definition>,
    /// The import batches the data comes from.
    pub batches: Vec<String>,
    /// What else the reader must know.
    pub remarks: Vec<String>,
}

impl Cover {
    /// The facts at the head of the cover, in order.
    pub(crate) fn facts(&self, zone: Tz) -> Vec<(&'static str, String)> {
        let none = |text: &str, otherwise: &str| {
            if text.is_empty() { otherwise.to_owned() } else { text.to_owned() }
        };
        let filters: Vec<String> =
            self.filters.iter().map(|(name, value)| format!("{name}：{value}")).collect();
        vec![
            ("报表名称", self.title.clone()),
            ("单据编号", none(&self.document, "—")),
            ("店铺", none(&self.shop, "—")),
            ("统计期间", none(&self.period, "—")),
            ("数据截止", self.cut_off.map_or_else(|| "—".to_owned(), |at| instant(at, zone))),
            ("制表人", none(&self.author, "—")),
            ("制表时间", format!("{}（{}）", instant(self.generated_at, zone), zone.name())),
            ("筛选条件", none(&filters.join("；"), "无（全部数据）")),
            (
                "查看权限",
                if self.masks.is_empty() {
                    "全部字段可见".to_owned()
                } else {
                    format!("以下字段制表人无权查看，未列出：{}", self.masks.join("、"))
                },
            ),
        ]
    }
}

/// A sheet as the cover lists it.
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) rows: u64,
    pub(crate) remark: String,
}

/// The columns: a margin, the names, the values, the sources.
const NAME: u16 = 1;
const VALUE: u16 = 2;
const LAST: u16 = 3;
const WIDTHS: [f64; 4] = [2.0, 18.0, 72.0, 36.0];

/// Writes the cover. Everything else is known by then.
pub(crate) fn write(
    sheet: &mut Worksheet,
    cover: &Cover,
    zone: Tz,
    sheets: &[Listed],
    digest: &str,
) -> Result<(), XlsxError> {
    let base = style::base();
    let title = base.clone().set_font_size(20).set_bold().set_font_color(style::HEAD_INK);
    let subtitle = base.clone().set_font_size(11).set_font_color(style::GREY);
    let line = |format: Format| {
        format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(style::LINE)
    };
    let label = line(base.clone().set_font_color(style::GREY));
    let value = line(base.clone().set_text_wrap().set_align(FormatAlign::Left));
    let strong = value.clone().set_bold();
    let code = value.clone().set_font_name("Consolas").set_font_size(9);
    let count = line(base.clone().set_num_format("#,##0").set_align(FormatAlign::Left));
    let section = base
        .clone()
        .set_font_size(12)
        .set_bold()
        .set_font_color(style::HEAD_INK)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(style::ACCENT);
    let to_sheet = line(style::link().set_indent(0));
    let head = line(base.set_bold().set_font_color(style::HEAD_INK))
        .set_background_color(style::HEAD_FILL);

    for (column, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_screen_gridlines(false);

    let mut row = 1;
    sheet.set_row_height(row, 36)?;
    sheet.write_string_with_format(row, NAME, &cover.title, &title)?;
    row += 1;
    sheet.write_string_with_format(
        row,
        NAME,
        [cover.shop.as_str(), cover.period.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("　"),
        &subtitle,
    )?;
    row += 2;

    let heading = |sheet: &mut Worksheet, row: &mut u32, words: &str| {
        sheet.set_row_height(*row, 24)?;
        sheet.write_string_with_format(*row, NAME, words, &section)?;
        for column in VALUE..=LAST {
            sheet.write_blank(*row, column, &section)?;
        }
        *row += 1;
        Ok::<(), XlsxError>(())
    };
    let wide = WIDTHS[2] + WIDTHS[3];

    heading(sheet, &mut row, "基本信息")?;
    for (name, text) in cover.facts(zone) {
        sheet.write_string_with_format(row, NAME, name, &label)?;
        sheet.merge_range(row, VALUE, row, LAST, &text, &value)?;
        fit(sheet, row, &[(&text, wide)])?;
        row += 1;
    }
    sheet.write_string_with_format(row, NAME, "数据指纹", &label)?;
    sheet.merge_range(row, VALUE, row, LAST, &format!("SHA-256 {digest}"), &code)?;
    sheet.insert_note(
        row,
        NAME,
        &Note::new("对全部数据单元格计算得出；同样的数据得到同样的指纹，改动任何一格都会不同。")
            .add_author_prefix(false)
            .set_width(260)
            .set_height(60),
    )?;
    sheet.set_row_height(row, LINE_HEIGHT)?;
    row += 2;

    heading(sheet, &mut row, "内容")?;
    for (column, words) in (NAME..).zip(["工作表", "说明", "数据行数"]) {
        sheet.write_string_with_format(row, column, words, &head)?;
    }
    sheet.set_row_height(row, LINE_HEIGHT)?;
    row += 1;
    for listed in sheets {
        let target = format!("internal:{}!A1", crate::names::quoted(&listed.name));
        sheet.write_url_with_options(
            row,
            NAME,
            Url::new(target),
            &listed.name,
            "",
            Some(&to_sheet.clone().set_text_wrap()),
        )?;
        sheet.write_string_with_format(row, VALUE, &listed.remark, &value)?;
        sheet.write_number_with_format(row, LAST, listed.rows as f64, &count)?;
        fit(sheet, row, &[(&listed.name, WIDTHS[1]), (&listed.remark, WIDTHS[2])])?;
        row += 1;
    }
    row += 1;

    if !cover.definitions.is_empty() {
        heading(sheet, &mut row, "指标口径")?;
        for (column, words) in (NAME..).zip(["指标", "计算方法", "数据来源"]) {
            sheet.write_string_with_format(row, column, words, &head)?;
        }
        sheet.set_row_height(row, LINE_HEIGHT)?;
        row += 1;
        for definition in &cover.definitions {
            sheet.write_string_with_format(
                row,
                NAME,
                &definition.name,
                &strong.clone().set_text_wrap(),
            )?;
            sheet.write_string_with_format(row, VALUE, &definition.formula, &value)?;
            sheet.write_string_with_format(row, LAST, &definition.source, &value)?;
            fit(
                sheet,
                row,
                &[
                    (&definition.name, WIDTHS[1]),
                    (&definition.formula, WIDTHS[2]),
                    (&definition.source, WIDTHS[3]),
                ],
            )?;
            row += 1;
        }
        row += 1;
    }

    for (words, lines) in [("使用的导入批次", &cover.batches), ("说明", &cover.remarks)] {
        if lines.is_empty() {
            continue;
        }
        heading(sheet, &mut row, words)?;
        for (number, text) in (1..).zip(lines) {
            sheet.write_string_with_format(row, NAME, format!("{number}"), &label)?;
            sheet.merge_range(row, VALUE, row, LAST, text, &value)?;
            fit(sheet, row, &[(text, wide)])?;
            row += 1;
        }
        row += 1;
    }

    let note = style::note();
    sheet.write_string_with_format(
        row,
        NAME,
        "比率的分母为零时显示 —，不按 0 计。合计行随筛选变化。",
        &note,
    )?;
    sheet.set_print_area(0, 0, row, LAST)?;
    Ok(())
}

const LINE_HEIGHT: f64 = 18.0;

/// Merged and wrapped cells do not grow by themselves: makes the row as high as its longest cell.
fn fit(sheet: &mut Worksheet, row: u32, cells: &[(&str, f64)]) -> Result<(), XlsxError> {
    let lines = cells
        .iter()
        .map(|(text, width)| {
            text.lines()
                .map(|line| {
                    (crate::value::display_width(line) as f64 * 1.08 / width).ceil().max(1.0)
                })
                .sum::<f64>()
        })
        .fold(1.0, f64::max);
    sheet.set_row_height(row, LINE_HEIGHT.max(lines * 15.0 + 4.0).min(400.0))?;
    Ok(())
}

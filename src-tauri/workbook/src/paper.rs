//! How sheets are printed.

use rust_xlsxwriter::{Worksheet, XlsxError};

/// A4, the head on every page, page numbers.
pub(crate) fn page(
    sheet: &mut Worksheet,
    title: &str,
    shop: &str,
    landscape: bool,
    head: Option<u32>,
) -> Result<(), XlsxError> {
    if landscape {
        sheet.set_landscape();
    } else {
        sheet.set_portrait();
    }
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.55, 0.6, 0.3, 0.3);
    let short = |text: &str| text.chars().take(40).collect::<String>().replace('&', "&&");
    sheet.set_footer(format!("&L&9{} {}&C&9第 &P 页，共 &N 页&R&9&A", short(shop), short(title)));
    if let Some(row) = head {
        sheet.set_repeat_rows(row, row)?;
    }
    Ok(())
}

/// So many characters stand across one printed page, A4 across and upright, at about 70 % of their
/// size on screen; smaller than that nobody reads them on paper.
const PAGE_ACROSS: (f64, f64) = (210.0, 145.0);

/// A sheet too wide for one page is printed on several side by side, each with the columns that stay
/// in sight on screen.
pub(crate) fn spread(
    sheet: &mut Worksheet,
    across: f64,
    landscape: bool,
    kept: u16,
) -> Result<(), XlsxError> {
    let room = if landscape { PAGE_ACROSS.0 } else { PAGE_ACROSS.1 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few pages")]
    let pages = (across / room).ceil().clamp(1.0, 20.0) as u16;
    if pages > 1 {
        sheet.set_print_fit_to_pages(pages, 0);
        if kept > 0 {
            sheet.set_repeat_columns(0, kept - 1)?;
        }
    }
    Ok(())
}

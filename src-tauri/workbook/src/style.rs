//! How things look: one place for colours, fonts and number formats.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::currency::decimals;
use crate::sheet::{Column, Kind, Tone};

pub(crate) const FONT: &str = "Microsoft YaHei";
/// 等线, 微软雅黑: Excel's number for simplified Chinese faces.
const CHINESE: u8 = 134;

pub(crate) const INK: u32 = 0x1F_2D_3D;
pub(crate) const GREY: u32 = 0x7A_84_91;
pub(crate) const LINE: u32 = 0xD5_DB_E3;
pub(crate) const ACCENT: u32 = 0x2B_6C_B0;
pub(crate) const HEAD_FILL: u32 = 0xE8_F0_FA;
pub(crate) const HEAD_INK: u32 = 0x1B_3A_5F;
pub(crate) const TOTAL_FILL: u32 = 0xF5_F7_FA;

/// Series colours, told apart in print and by colour-blind eyes.
pub(crate) const PALETTE: [u32; 8] = [
    0x2B_6C_B0, 0xE8_8A_1A, 0x3A_9D_6E, 0xC9_4A_4A, 0x7B_5E_A7, 0x2F_9C_B5, 0xA8_8B_3C, 0x7A_84_91,
];

pub(crate) fn base() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_charset(CHINESE)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
}

/// The format of a column's cells.
pub(crate) fn column(column: &Column) -> Format {
    let format = base();
    let format = match column.kind {
        Kind::Id => format.set_num_format("@"),
        Kind::Integer => format.set_num_format("#,##0;[Red]-#,##0"),
        Kind::Number { decimals: digits } => {
            let digits = decimals(digits);
            format.set_num_format(format!("#,##0{digits};[Red]-#,##0{digits}"))
        }
        Kind::Money { currency } => format.set_num_format(currency.number_format()),
        Kind::Percent => format.set_num_format("0.00%;[Red]-0.00%"),
        Kind::Day => format.set_num_format("yyyy-mm-dd"),
        Kind::Instant => format.set_num_format("yyyy-mm-dd hh:mm:ss"),
        Kind::Text | Kind::Link | Kind::Bool | Kind::Image => format,
    };
    let format = hairline(format);
    let format = match column.kind {
        kind if kind.is_numeric() => format.set_align(FormatAlign::Right),
        Kind::Day | Kind::Instant | Kind::Bool | Kind::Image => {
            format.set_align(FormatAlign::Center)
        }
        Kind::Id | Kind::Text | Kind::Link => format.set_align(FormatAlign::Left).set_indent(1),
        _ => format,
    };
    if column.wrap { format.set_text_wrap() } else { format }
}

/// The light line under a cell.
fn hairline(format: Format) -> Format {
    format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE)
}

/// Centred, so that the filter's button does not cover the words.
pub(crate) fn head() -> Format {
    base()
        .set_bold()
        .set_font_color(HEAD_INK)
        .set_background_color(HEAD_FILL)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(ACCENT)
}

/// The format of what stands under a column.
pub(crate) fn total(of: Format) -> Format {
    of.set_bold()
        .set_font_color(HEAD_INK)
        .set_background_color(TOTAL_FILL)
        .set_border_top(FormatBorder::Thin)
        .set_border_top_color(ACCENT)
}

pub(crate) fn note() -> Format {
    base().set_font_color(GREY).set_font_size(9)
}

pub(crate) fn link() -> Format {
    hairline(base())
        .set_font_color(ACCENT)
        .set_underline(rust_xlsxwriter::FormatUnderline::Single)
        .set_align(FormatAlign::Left)
        .set_indent(1)
}

/// (fill, ink) of a tone.
pub(crate) fn tone(tone: Tone) -> (u32, u32) {
    match tone {
        Tone::Good => (0xDD_F3_E4, 0x1B_6B_3A),
        Tone::Warn => (0xFF_F0_CC, 0x8A_58_00),
        Tone::Bad => (0xFD_DE_DE, 0xA1_23_23),
        Tone::Info => (0xDC_EA_F9, 0x1B_4F_8A),
        Tone::Muted => (0xED_EF_F2, 0x6B_75_82),
    }
}

/// The strong colour of a tone, for bars and heat.
pub(crate) fn strong(tone: Tone) -> u32 {
    match tone {
        Tone::Good => 0x7F_CB_9B,
        Tone::Warn => 0xF5_C0_5A,
        Tone::Bad => 0xEE_8C_8C,
        Tone::Info => 0x9C_C2_EC,
        Tone::Muted => 0xC3_CA_D3,
    }
}

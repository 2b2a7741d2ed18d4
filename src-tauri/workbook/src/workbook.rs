//! A whole workbook as data.

use chrono_tz::Tz;

use crate::cover::Cover;
use crate::sheet::Sheet;

/// A workbook: what it says about itself, and its sheets.
#[derive(Debug)]
pub struct Workbook<'a> {
    /// The first sheet, 「封面与口径」; `None` for files that are to be imported again.
    pub cover: Option<Cover>,
    /// The zone in which points in time are shown.
    pub zone: Tz,
    /// The sheets, in order.
    pub sheets: Vec<Sheet<'a>>,
}

impl<'a> Workbook<'a> {
    /// A report: a cover, and sheets to come.
    pub fn report(cover: Cover, zone: Tz) -> Workbook<'a> {
        Workbook { cover: Some(cover), zone, sheets: Vec::new() }
    }

    /// Sheets without a cover: templates, lists of bad rows.
    pub fn plain(zone: Tz) -> Workbook<'a> {
        Workbook { cover: None, zone, sheets: Vec::new() }
    }

    /// Adds a sheet.
    #[must_use]
    pub fn sheet(mut self, sheet: Sheet<'a>) -> Workbook<'a> {
        self.sheets.push(sheet);
        self
    }
}

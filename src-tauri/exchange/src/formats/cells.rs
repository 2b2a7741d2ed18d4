//! A row's cells read as values, with every refusal noted under its column.

use crate::numbers::{DayOrder, DecimalMark, Money, When, parse_money, parse_quantity, parse_when};
use crate::records::{Pair, RowProblem};
use crate::table::{Blemish, Cell, Row};

/// The cells of one row.
pub(crate) struct Cells<'a> {
    pub row: &'a Row,
    header: &'a [String],
    pub currency: &'a str,
    pub mark: DecimalMark,
    bad: Vec<RowProblem>,
    warned: Vec<RowProblem>,
    used: Vec<usize>,
}

impl<'a> Cells<'a> {
    pub(crate) fn new(
        row: &'a Row,
        header: &'a [String],
        currency: &'a str,
        mark: DecimalMark,
    ) -> Self {
        Self { row, header, currency, mark, bad: Vec::new(), warned: Vec::new(), used: Vec::new() }
    }

    /// The column's name, or its place when it has none.
    pub(crate) fn name(&self, column: usize) -> String {
        match self.header.get(column) {
            Some(name) if !name.is_empty() => name.clone(),
            _ => format!("第 {} 列", column + 1),
        }
    }

    fn problem(&self, column: Option<usize>, why: String) -> RowProblem {
        RowProblem {
            row: self.row.number,
            column: column.map(|c| self.name(c)).unwrap_or_default(),
            value: column
                .map(|c| self.row.cell(c).text().chars().take(200).collect())
                .unwrap_or_default(),
            why,
        }
    }

    /// Notes that the row cannot be taken.
    pub(crate) fn bad(&mut self, column: Option<usize>, why: impl Into<String>) {
        let problem = self.problem(column, why.into());
        self.bad.push(problem);
    }

    /// Notes something to look at.
    pub(crate) fn warn(&mut self, column: Option<usize>, why: impl Into<String>) {
        let problem = self.problem(column, why.into());
        self.warned.push(problem);
    }

    fn cell(&mut self, column: Option<usize>) -> Option<(usize, &'a Cell)> {
        let column = column?;
        self.used.push(column);
        let row = self.row;
        match row.cell(column) {
            Cell::Blank => None,
            Cell::Error(error) => {
                let why = format!("这个格子是公式错误 {error}，请在 Excel 里改成实际的值再导入");
                self.bad(Some(column), why);
                None
            }
            cell => Some((column, cell)),
        }
    }

    /// The cell as text.
    pub(crate) fn text(&mut self, column: Option<usize>) -> Option<String> {
        self.cell(column).map(|(_, cell)| cell.text())
    }

    /// The cell as an id: a rounded number is refused.
    pub(crate) fn id(&mut self, column: Option<usize>) -> Option<String> {
        let (column, cell) = self.cell(column)?;
        if let Ok(id) = cell.id() {
            return id;
        }
        self.bad(
            Some(column),
            "编号被 Excel 变成了科学计数法，后面的数字已经丢失。请用平台原始文件，或把这一列设为文本后重新填写，例如 1930000000000000000",
        );
        None
    }

    /// The cell as money that is not negative.
    pub(crate) fn money(&mut self, column: Option<usize>) -> Option<Money> {
        let (column, cell) = self.cell(column)?;
        // A number cell has no marks of its own: its point is a point.
        let mark = if matches!(cell, Cell::Number(_)) { DecimalMark::Point } else { self.mark };
        match parse_money(&cell.text(), self.currency, mark) {
            Ok(read) => {
                if let Some(confirm) = read.confirm {
                    self.warn(Some(column), confirm);
                }
                Some(read.money)
            }
            Err(why) => {
                self.bad(Some(column), why);
                None
            }
        }
    }

    /// The cell as a count of pieces.
    pub(crate) fn quantity(&mut self, column: Option<usize>) -> Option<i64> {
        let (column, cell) = self.cell(column)?;
        let mark = if matches!(cell, Cell::Number(_)) { DecimalMark::Point } else { self.mark };
        parse_quantity(&cell.text(), mark).map_err(|why| self.bad(Some(column), why)).ok()
    }

    /// The cell as a day or an instant.
    pub(crate) fn when(
        &mut self,
        column: Option<usize>,
        order: DayOrder,
        today: Option<chrono::NaiveDate>,
    ) -> Option<When> {
        let (column, cell) = self.cell(column)?;
        if let Cell::Moment(moment) = cell {
            return Some(When::at(*moment));
        }
        parse_when(&cell.text(), order, today).map_err(|why| self.bad(Some(column), why)).ok()
    }

    /// Leaves a column out for good.
    pub(crate) fn skip(&mut self, column: usize) {
        self.used.push(column);
    }

    /// All that nobody asked for, unchanged.
    pub(crate) fn extra(&mut self) -> Vec<Pair> {
        let row = self.row;
        let mut extra = Vec::new();
        for (column, cell) in row.cells.iter().enumerate() {
            if cell.is_blank() || self.used.contains(&column) {
                continue;
            }
            if let Cell::Error(error) = cell {
                self.warn(Some(column), format!("这个格子是公式错误 {error}，没有导入这一格"));
                continue;
            }
            extra.push(Pair::new(self.name(column), cell.text()));
        }
        extra
    }

    /// Checks that hold for every row.
    pub(crate) fn check_shape(&mut self, text_file: bool) {
        let width = self.header.len();
        let over = self.row.cells.iter().enumerate().skip(width).find(|(_, c)| !c.is_blank());
        if let Some((column, _)) = over
            && text_file
        {
            self.bad(
                Some(column),
                format!("这一行比表头的 {width} 列多，可能有内容里夹着分隔符，列对不上。请给含分隔符的内容加上引号"),
            );
        }
        for (column, blemish) in &self.row.blemishes {
            match blemish {
                Blemish::Undecodable => {
                    self.bad(
                        Some(*column),
                        "有无法识别的字，文件编码可能不对。请换一种编码重新读取",
                    );
                }
                Blemish::OpenQuote => {
                    self.bad(Some(*column), "这一行的引号没有配对，内容可能缺了一截。请补上引号");
                }
                Blemish::Invisible => self.warn(Some(*column), "去掉了看不见的控制字符或零宽字符"),
            }
        }
    }

    pub(crate) fn finish(self) -> (Vec<RowProblem>, Vec<RowProblem>) {
        (self.bad, self.warned)
    }
}

//! Charts, drawn by Excel itself from the cells.

use rust_xlsxwriter as xl;

use crate::chart::{Chart, ChartKind, Look, Series};
use crate::sheet::{Column, Kind};
use crate::style;

pub(crate) const WIDTH: u32 = 640;
pub(crate) const HEIGHT: u32 = 400;
/// Rows of the usual height that a chart and the gap under it take.
pub(crate) const ROWS: u32 = 21;

/// The cells a chart is drawn from.
pub(crate) struct Source<'s> {
    pub(crate) sheet: &'s str,
    pub(crate) columns: &'s [Column],
    /// First and last data row, from 0.
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Source<'_> {
    fn at(&self, key: &str) -> Option<(u16, &Column)> {
        let at = self.columns.iter().position(|column| column.key == key)?;
        Some((u16::try_from(at).ok()?, &self.columns[at]))
    }

    fn range(&self, column: u16, rows: Option<u32>) -> xl::ChartRange {
        let last = rows
            .map_or(self.last, |rows| self.last.min(self.first.saturating_add(rows.max(1)) - 1));
        xl::ChartRange::new_from_range(self.sheet, self.first, column, last, column)
    }
}

/// The chart, or the key of a column that the sheet does not have.
pub(crate) fn draw(chart: &Chart, source: &Source<'_>) -> Result<xl::Chart, String> {
    let (category, category_column) =
        source.at(chart.categories).ok_or_else(|| chart.categories.to_owned())?;
    let lines: Vec<bool> = chart
        .series
        .iter()
        .enumerate()
        .map(|(at, series)| match (chart.kind, series.look) {
            (ChartKind::Combined | ChartKind::Pareto, Look::Line) => true,
            (ChartKind::Pareto, Look::AsChart) => at > 0,
            _ => false,
        })
        .collect();

    let mut drawn = xl::Chart::new(base_type(chart.kind));
    let mut overlay = xl::Chart::new(xl::ChartType::Line);
    let mut left = None;
    let mut right = None;
    for (at, series) in chart.series.iter().enumerate() {
        let (position, column) =
            source.at(series.column).ok_or_else(|| series.column.to_owned())?;
        let mut made = xl::ChartSeries::new();
        made.set_values(&source.range(position, chart.rows))
            .set_categories(&source.range(category, chart.rows))
            .set_name((source.sheet, source.first.saturating_sub(1), position));
        paint(&mut made, chart.kind, series, at, lines[at]);
        if series.secondary {
            made.set_secondary_axis(true);
            right.get_or_insert(column.kind);
        } else {
            left.get_or_insert(column.kind);
        }
        if lines[at] {
            overlay.push_series(&made);
        } else {
            drawn.push_series(&made);
        }
    }
    let overlaid = lines.iter().any(|&line| line) && !lines.iter().all(|&line| line);
    if lines.iter().all(|&line| line) && !lines.is_empty() {
        drawn = overlay;
    } else if overlaid {
        drawn.combine(&overlay);
    }

    let points = chart.rows.unwrap_or(u32::MAX).min(source.last + 1 - source.first);
    let label_interval = u16::try_from(points.div_ceil(15)).unwrap_or(u16::MAX);
    furnish(&mut drawn, chart, label_interval, category_column.kind, left, right);
    Ok(drawn)
}

fn base_type(kind: ChartKind) -> xl::ChartType {
    match kind {
        ChartKind::Column | ChartKind::Combined | ChartKind::Pareto => xl::ChartType::Column,
        ChartKind::StackedColumn => xl::ChartType::ColumnStacked,
        ChartKind::ShareColumn => xl::ChartType::ColumnPercentStacked,
        ChartKind::Bar => xl::ChartType::Bar,
        ChartKind::StackedBar => xl::ChartType::BarStacked,
        ChartKind::Line => xl::ChartType::Line,
        ChartKind::StackedArea => xl::ChartType::AreaStacked,
        ChartKind::Pie => xl::ChartType::Pie,
        ChartKind::Doughnut => xl::ChartType::Doughnut,
        ChartKind::Radar => xl::ChartType::RadarWithMarkers,
        ChartKind::Scatter => xl::ChartType::Scatter,
    }
}

fn font(size: u32) -> xl::ChartFont {
    let mut font = xl::ChartFont::new();
    font.set_name(style::FONT).set_size(size).set_color(style::INK);
    font
}

fn paint(made: &mut xl::ChartSeries, kind: ChartKind, series: &Series, at: usize, line: bool) {
    let colour = style::PALETTE[at % style::PALETTE.len()];
    let mut format = xl::ChartFormat::new();
    let stroke = || {
        let mut stroke = xl::ChartLine::new();
        stroke.set_color(colour).set_width(2.25);
        stroke
    };
    if series.unseen {
        format.set_no_fill().set_no_line();
        made.set_format(&mut format).delete_from_legend(true);
        return;
    }
    match kind {
        ChartKind::Pie | ChartKind::Doughnut => {
            made.set_point_colors(&style::PALETTE);
            let mut label = xl::ChartDataLabel::new();
            let mut words = font(9);
            if kind == ChartKind::Doughnut {
                words.set_color(0x00FF_FFFF).set_bold();
            }
            label.show_percentage().set_num_format("0%").set_font(&words);
            if kind == ChartKind::Pie {
                label
                    .show_category_name()
                    .show_leader_lines()
                    .set_position(xl::ChartDataLabelPosition::OutsideEnd);
            }
            made.set_data_label(&label);
        }
        ChartKind::Scatter => {
            format.set_no_line();
            let mut marker = xl::ChartMarker::new();
            let mut fill = xl::ChartFormat::new();
            fill.set_solid_fill(xl::ChartSolidFill::new().set_color(colour)).set_no_border();
            marker.set_type(xl::ChartMarkerType::Circle).set_size(7).set_format(&mut fill);
            made.set_marker(&marker).set_format(&mut format);
        }
        ChartKind::Line | ChartKind::Radar => {
            format.set_line(&stroke());
            made.set_format(&mut format);
        }
        _ if line => {
            format.set_line(&stroke());
            let mut marker = xl::ChartMarker::new();
            let mut fill = xl::ChartFormat::new();
            fill.set_solid_fill(xl::ChartSolidFill::new().set_color(colour)).set_no_border();
            marker.set_type(xl::ChartMarkerType::Circle).set_size(5).set_format(&mut fill);
            made.set_format(&mut format).set_marker(&marker);
        }
        _ => {
            format.set_solid_fill(xl::ChartSolidFill::new().set_color(colour));
            made.set_format(&mut format).set_gap(match kind {
                ChartKind::Pareto => 40,
                ChartKind::Bar | ChartKind::StackedBar => 60,
                _ => 80,
            });
        }
    }
}

fn furnish(
    drawn: &mut xl::Chart,
    chart: &Chart,
    label_interval: u16,
    categories: Kind,
    left: Option<Kind>,
    right: Option<Kind>,
) {
    let mut title_font = font(12);
    title_font.set_bold();
    drawn.title().set_name(&chart.title).set_font(&title_font);
    drawn.set_width(WIDTH).set_height(HEIGHT).set_alt_text(&chart.title);
    drawn.legend().set_position(xl::ChartLegendPosition::Bottom).set_font(&font(9));
    let round = matches!(chart.kind, ChartKind::Pie | ChartKind::Doughnut);
    let seen = chart.series.iter().filter(|series| !series.unseen).count();
    if seen < 2 && !round || chart.kind == ChartKind::Pie {
        drawn.legend().set_hidden();
    }
    let mut border = xl::ChartFormat::new();
    border.set_border(xl::ChartLine::new().set_color(style::LINE).set_width(0.75));
    drawn.chart_area().set_format(&mut border);
    if round {
        if chart.kind == ChartKind::Doughnut {
            drawn.set_hole_size(58);
        }
        return;
    }

    let mut grid = xl::ChartLine::new();
    grid.set_color(style::LINE).set_width(0.5);
    let mut axis_line = xl::ChartFormat::new();
    axis_line.set_line(xl::ChartLine::new().set_color(style::LINE));
    let lying = matches!(chart.kind, ChartKind::Bar | ChartKind::StackedBar);
    drawn.x_axis().set_font(&font(9)).set_format(&mut axis_line);
    drawn.y_axis().set_font(&font(9)).set_format(&mut axis_line);
    let share = chart.kind == ChartKind::ShareColumn;
    let figures = if share { "0%" } else { left.map_or("#,##0", axis_format) };
    // A bar chart's figures run along x.
    let axis = if lying { drawn.x_axis() } else { drawn.y_axis() };
    axis.set_num_format(figures).set_major_gridlines(true).set_major_gridlines_line(&grid);
    if lying {
        // The first row on top, the figures still below.
        drawn.y_axis().set_major_gridlines(false).set_reverse();
        drawn.x_axis().set_label_position(xl::ChartAxisLabelPosition::High);
    }
    if let Some(kind) = right {
        drawn
            .y2_axis()
            .set_num_format(axis_format(kind))
            .set_font(&font(9))
            .set_format(&mut axis_line);
    }
    if chart.kind == ChartKind::Pareto {
        drawn.y_axis().set_min(0);
        drawn.y2_axis().set_min(0).set_max(1).set_major_unit(0.2);
    }
    match (chart.kind, categories) {
        (ChartKind::Scatter, kind) => {
            drawn.x_axis().set_num_format(axis_format(kind));
        }
        (ChartKind::Radar, _) => {}
        (_, Kind::Day | Kind::Instant) => {
            drawn.x_axis().set_num_format("m/d").set_text_axis(true);
            drawn.x_axis().set_label_interval(label_interval);
        }
        _ => {}
    }
    if let Some(words) = &chart.x_title {
        drawn.x_axis().set_name(words).set_name_font(&font(9));
    }
    if let Some(words) = &chart.y_title {
        drawn.y_axis().set_name(words).set_name_font(&font(9));
    }
}

fn axis_format(kind: Kind) -> &'static str {
    match kind {
        Kind::Percent => "0%",
        Kind::Day | Kind::Instant => "yyyy-mm-dd",
        Kind::Number { decimals } if decimals > 0 => "#,##0.0",
        _ => "#,##0",
    }
}

/// The sheet of charts, two in a row, two rows to the page.
pub(crate) fn hang(
    sheet: &mut xl::Worksheet,
    charts: &[xl::Chart],
    title: &str,
    shop: &str,
) -> Result<(), xl::XlsxError> {
    const ACROSS: u16 = 10;
    sheet.set_screen_gridlines(false);
    let heading = style::base().set_font_size(16).set_bold().set_font_color(style::HEAD_INK);
    sheet.set_row_height(0, 32)?;
    sheet.set_column_width(0, 2)?;
    sheet.write_string_with_format(0, 1, format!("{title}　图表").trim(), &heading)?;
    if charts.is_empty() {
        sheet.write_string_with_format(
            2,
            1,
            "所选范围没有数据，没有可画的图表。",
            &style::note(),
        )?;
    }
    let mut breaks = Vec::new();
    let mut last = 3;
    for (number, chart) in (0_u32..).zip(charts) {
        let line = 2 + number / 2 * ROWS;
        let column = if number % 2 == 0 { 1 } else { 1 + ACROSS + 1 };
        if number > 0 && number % 4 == 0 {
            breaks.push(line);
        }
        sheet.insert_chart(line, column, chart)?;
        last = line + ROWS;
    }
    sheet.set_page_breaks(&breaks)?;
    sheet.set_print_area(0, 0, last, 2 + 2 * ACROSS)?;
    crate::paper::page(sheet, title, shop, true, None)
}

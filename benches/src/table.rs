//! Tables in Markdown, ready for docs/benchmarks.md.

use std::fmt;

/// A table, drawn with columns that line up.
#[derive(Debug, Clone)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings; all columns but the first stand right.
    pub fn new(headings: &[&str]) -> Self {
        Self { rows: vec![headings.iter().map(|heading| (*heading).to_owned()).collect()] }
    }

    /// Adds a row; cells that are missing are empty.
    pub fn row<Cell: Into<String>>(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let mut row: Vec<String> = cells.into_iter().map(Into::into).collect();
        row.resize(self.rows[0].len(), String::new());
        self.rows.push(row);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.rows[0].len();
        let width = |column: usize| self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).max(3);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for (number, row) in self.rows.iter().enumerate() {
            write!(f, "|")?;
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if column == 0 { write!(f, " {cell:<width$} |")? } else { write!(f, " {cell:>width$} |")? }
            }
            writeln!(f)?;
            if number == 0 {
                write!(f, "|{}|", "-".repeat(widths[0] + 2))?;
                widths[1..].iter().try_for_each(|width| write!(f, "{}:|", "-".repeat(width + 1)))?;
                writeln!(f)?;
            }
        }
        Ok(())
    }
}

/// `117 ns`, `2.05 µs`, `4.50 ms`, `2.00 s`: three digits that count.
pub fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1e3 => format!("{} ns", three(nanoseconds)),
        ..1e6 => format!("{} µs", three(nanoseconds / 1e3)),
        ..1e9 => format!("{} ms", three(nanoseconds / 1e6)),
        _ => format!("{} s", three(nanoseconds / 1e9)),
    }
}

/// `1.13x`, `25.0x`, `2,113x`.
pub fn ratio(ratio: f64) -> String {
    format!("{}x", three(ratio))
}

/// Three digits that count, with thousands separated.
pub fn three(number: f64) -> String {
    match number {
        ..9.995 => format!("{number:.2}"),
        ..99.95 => format!("{number:.1}"),
        _ => thousands(&format!("{number:.0}")),
    }
}

fn thousands(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(&["what", "P50"]);
        table.row(["native", "117 ns"]);
        table.row(["x"]);
        assert_eq!(
            table.to_string(),
            "| what   |    P50 |\n|--------|-------:|\n| native | 117 ns |\n| x      |        |\n"
        );
    }

    #[test]
    fn numbers_have_three_digits() {
        let times = [0.5, 99.94, 117.2, 2_050.0, 9_999.0, 4.5e6, 2.004e9].map(time);
        assert_eq!(times, ["0.50 ns", "99.9 ns", "117 ns", "2.05 µs", "10.0 µs", "4.50 ms", "2.00 s"]);
        assert_eq!([1.126, 12_345.6, 1_000_000.0].map(three), ["1.13", "12,346", "1,000,000"]);
    }
}

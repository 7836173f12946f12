//! Tables laid out by tabs, bars or spaces, and tables with a header.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use super::parse_csv;
use crate::kit::fold::eq_key;

/// A table with a header. Rows may be shorter or longer than it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table<'t> {
    /// The names of the columns.
    pub header: Vec<Cow<'t, str>>,
    /// The rows below it.
    pub rows: Vec<Vec<Cow<'t, str>>>,
}

impl<'t> Table<'t> {
    /// The index of the column `name`, ignoring case, spaces and punctuation.
    pub fn column(&self, name: &str) -> Option<usize> {
        column(&self.header, name)
    }

    /// The cell of a row in the column `name`; `None` if there is no such row, column or cell.
    pub fn get(&self, row: usize, name: &str) -> Option<&str> {
        self.rows.get(row)?.get(self.column(name)?).map(|cell| &**cell)
    }

    /// The column `name` from top to bottom, `""` where a row is too short; empty if there is no such column.
    pub fn values(&self, name: &str) -> Vec<&str> {
        let Some(at) = self.column(name) else { return Vec::new() };
        self.rows.iter().map(|row| row.get(at).map_or("", |cell| &**cell)).collect()
    }
}

/// The cells of a line, trimmed: between `|` if it has any, else between tabs, else between runs of two or more spaces.
///
/// ```
/// # use compiled_ai_runtime::kit::table::cells;
/// assert_eq!(cells("Pen  blue   1.50"), ["Pen", "blue", "1.50"]);
/// assert_eq!(cells("a\t\tb c"), ["a", "", "b c"]);
/// assert_eq!(cells("| a | b |"), ["a", "b"]);
/// ```
pub fn cells(line: &str) -> Vec<&str> {
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return Vec::new();
    }
    for separator in ['|', '\t'] {
        if trimmed.contains(separator) {
            let inside = trimmed.strip_prefix('|').unwrap_or(trimmed);
            let inside = inside.strip_suffix('|').unwrap_or(inside);
            return inside.split(separator).map(str::trim).collect();
        }
    }
    trimmed.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// The cells of `line` that stand under the cells of `header`, `""` where there is none; both are laid out by spaces.
///
/// ```
/// # use compiled_ai_runtime::kit::table::align;
/// let header = "Item      Qty   Price";
/// assert_eq!(align(header, "Blue pen        1.50"), ["Blue pen", "", "1.50"]);
/// ```
pub fn align<'t>(header: &str, line: &'t str) -> Vec<&'t str> {
    let columns: Vec<Span<'_>> = spans(header).collect();
    let mut out = vec![""; columns.len()];
    let mut from = 0;
    for cell in spans(line) {
        // Columns keep their order, so that a cell goes to the nearest column that is still free.
        let nearest = columns.iter().enumerate().skip(from).min_by_key(|(_, column)| column.distance(&cell));
        if let Some((at, _)) = nearest {
            out[at] = cell.text;
            from = at + 1;
        }
    }
    out
}

/// The index of the first line that has all of `names` as words, ignoring ASCII case.
///
/// ```
/// # use compiled_ai_runtime::kit::table::find_header;
/// assert_eq!(find_header(&["ACME", "Item  QTY  Price"], &["qty", "price"]), Some(1));
/// ```
pub fn find_header<S: AsRef<str>>(lines: &[S], names: &[&str]) -> Option<usize> {
    let has_all = |line: &S| names.iter().all(|name| crate::kit::text::contains_word_ci(line.as_ref(), name));
    lines.iter().position(has_all)
}

/// The index of the name in a header, ignoring case, spaces and punctuation.
pub fn column<S: AsRef<str>>(header: &[S], name: &str) -> Option<usize> {
    let exact = header.iter().position(|cell| cell.as_ref() == name);
    exact.or_else(|| header.iter().position(|cell| eq_key(cell.as_ref(), name)))
}

/// The [`Table`] in delimited text, its first record being the header; see [`parse_csv`].
///
/// ```
/// # use compiled_ai_runtime::kit::table::csv_table;
/// let table = csv_table("Name,Unit Price\nPen,1.50\n", ',');
/// assert_eq!(table.get(0, "unit_price"), Some("1.50"));
/// ```
pub fn csv_table(text: &str, delimiter: char) -> Table<'_> {
    let mut records = parse_csv(text, delimiter).into_iter();
    Table { header: records.next().unwrap_or_default(), rows: records.collect() }
}

/// The [`Table`] in lines of [`cells`], the first line that is not blank being the header. Markdown rules are skipped.
pub fn text_table(text: &str) -> Table<'_> {
    let is_rule = |line: &&str| line.chars().any(|c| !matches!(c, '-' | '|' | ':' | '+' | '=' | ' ' | '\t'));
    let lines = crate::kit::text::lines(text).filter(is_rule);
    let mut records = lines.map(|line| cells(line).into_iter().map(Cow::Borrowed).collect());
    Table { header: records.next().unwrap_or_default(), rows: records.collect() }
}

/// What precedes the first tab or run of two spaces.
pub(crate) fn first_cell(line: &str) -> &str {
    let trimmed = line.trim();
    let tab = trimmed.find('\t').unwrap_or(trimmed.len());
    let spaces = trimmed.find("  ").unwrap_or(trimmed.len());
    trimmed[..tab.min(spaces)].trim()
}

/// A cell and the columns of characters that it takes up.
struct Span<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl Span<'_> {
    /// Characters between the two, 0 if they overlap; then how far their edges are apart.
    fn distance(&self, other: &Span<'_>) -> (usize, usize) {
        let gap = other.start.saturating_sub(self.end).max(self.start.saturating_sub(other.end));
        (gap, self.start.abs_diff(other.start).min(self.end.abs_diff(other.end)))
    }
}

/// The cells between runs of two spaces.
fn spans(line: &str) -> impl Iterator<Item = Span<'_>> {
    let (mut at, mut column) = (0, 0);
    core::iter::from_fn(move || {
        let rest = &line[at..];
        let text_start = rest.find(|c: char| !c.is_whitespace())?;
        let rest = &rest[text_start..];
        let length = rest.find("  ").or_else(|| rest.find('\t')).unwrap_or(rest.len());
        let text = rest[..length].trim_end();
        let start = column + text_start;
        let end = start + text.chars().count();
        (at, column) = (at + text_start + text.len(), end);
        Some(Span { text, start, end })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_by_their_separator() {
        assert_eq!(cells("a | b"), ["a", "b"]);
        assert_eq!(cells("\ta  b\tc\t"), ["a  b", "c"]);
        assert_eq!(cells("a    b"), ["a", "b"]);
        assert!(cells(" \t").is_empty());
        assert_eq!(cells("|"), [""]);
    }

    #[test]
    fn cells_go_under_their_header() {
        let header = "  Artikel                  Aantal  Prijs";
        assert_eq!(
            align(header, "  Apple iPad Air Wifi         1    € 399,00"),
            ["Apple iPad Air Wifi", "1", "€ 399,00"]
        );
        assert_eq!(align(header, "                                   24,00"), ["", "", "24,00"]);
        assert_eq!(align("", "x"), [""; 0]);
        assert_eq!(align("A  B", ""), ["", ""]);
        assert_eq!(align("A  B", "1  2  3  4"), ["1", "2"]);
    }

    #[test]
    fn tables_are_read_by_name() {
        let table = text_table("| Tax Code | Amt (RM) |\n|---|---|\n| SR | 9.00 |\n| ZR |\n");
        assert_eq!(table.values("amt rm"), ["9.00", ""]);
        assert_eq!((table.get(0, "TaxCode"), table.get(1, "amt rm"), table.get(2, "x")), (Some("SR"), None, None));
        assert!(table.values("none").is_empty());
        assert_eq!(csv_table("", ','), Table::default());
        assert_eq!(find_header(&["SUBTOTAL"], &["total"]), None);
    }
}

//! Tables for people: columns as wide as what stands in them, numbers to the right.

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub(crate) fn new(headings: &[&str]) -> Self {
        Self { rows: vec![headings.iter().map(|heading| (*heading).to_owned()).collect()] }
    }

    /// Adds a row, with as many cells as there are headings.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// The table as lines; `numbers` are the columns that stand to the right. Columns in which nothing stands are left out.
    pub(crate) fn draw(&self, numbers: &[usize]) -> String {
        let columns = self.rows.first().map_or(0, Vec::len);
        let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
        let width = |column: usize| self.rows.iter().map(|row| cell(row, column).chars().count()).max().unwrap_or(0);
        let is_empty = |column: usize| {
            self.rows.iter().skip(1).all(|row| matches!(cell(row, column).as_str(), "" | "-")) && self.rows.len() > 1
        };
        let kept: Vec<(usize, usize)> =
            (0..columns).filter(|column| !is_empty(*column)).map(|column| (column, width(column))).collect();
        let mut text = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for &(column, width) in &kept {
                let cell = cell(row, column);
                let pad = " ".repeat(width - cell.chars().count());
                line += &if numbers.contains(&column) { format!("{pad}{cell}  ") } else { format!("{cell}{pad}  ") };
            }
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_empty_ones_go() {
        let mut table = Table::new(&["name", "count", "unused"]);
        table.row(vec!["a".to_owned(), "10".to_owned(), "-".to_owned()]);
        table.row(vec!["längere".to_owned(), "5".to_owned(), String::new()]);
        assert_eq!(table.draw(&[1]), "name     count\na           10\nlängere      5\n");
    }
}

//! Tables in another shape.

use alloc::vec::Vec;

/// Columns as rows; short rows are filled with the default (`""`, 0).
///
/// ```
/// # use compiled_ai_runtime::kit::table::transpose;
/// assert_eq!(transpose(&[vec!["a", "b"], vec!["c"]]), [["a", "c"], ["b", ""]]);
/// ```
pub fn transpose<T: Clone + Default>(rows: &[Vec<T>]) -> Vec<Vec<T>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    (0..width).map(|at| rows.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect()).collect()
}

/// Fills each empty cell of the column with the one above it.
///
/// ```
/// # use compiled_ai_runtime::kit::table::fill_down;
/// let mut rows = vec![vec!["a", "1"], vec!["", "2"]];
/// fill_down(&mut rows, 0);
/// assert_eq!(rows, [["a", "1"], ["a", "2"]]);
/// ```
pub fn fill_down<T: Clone + AsRef<str>>(rows: &mut [Vec<T>], column: usize) {
    let mut last: Option<T> = None;
    for cell in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
        if !cell.as_ref().trim().is_empty() {
            last = Some(cell.clone());
        } else if let Some(above) = &last {
            *cell = above.clone();
        }
    }
}

/// Wide to long: for each row and each column after the first `keys`, a row of the keys, the column's name and the
/// cell; empty cells are skipped.
///
/// ```
/// # use compiled_ai_runtime::kit::table::unpivot;
/// let long = unpivot(&["Name", "Math", "Art"], &[vec!["Ann", "65", "42"]], 1);
/// assert_eq!(long, [["Ann", "Math", "65"], ["Ann", "Art", "42"]]);
/// ```
pub fn unpivot<T: Clone + AsRef<str>>(header: &[T], rows: &[Vec<T>], keys: usize) -> Vec<Vec<T>> {
    let mut out = Vec::new();
    for row in rows {
        for (name, cell) in header.iter().zip(row).skip(keys).filter(|(_, cell)| !cell.as_ref().trim().is_empty()) {
            let mut long: Vec<T> = row.iter().take(keys).cloned().collect();
            long.extend([name.clone(), cell.clone()]);
            out.push(long);
        }
    }
    out
}

/// Long to wide, of rows of key, column name and cell: a first row of `""` and the names, then a row for each key, both
/// in order of appearance. Of cells for the same place the last one counts; rows shorter than three are skipped.
///
/// ```
/// # use compiled_ai_runtime::kit::table::pivot;
/// let wide = pivot(&[vec!["Ann", "Math", "65"], vec!["Bob", "Art", "42"]]);
/// assert_eq!(wide, [["", "Math", "Art"], ["Ann", "65", ""], ["Bob", "", "42"]]);
/// ```
pub fn pivot<T: Clone + Default + PartialEq>(rows: &[Vec<T>]) -> Vec<Vec<T>> {
    let mut wide: Vec<Vec<T>> = Vec::from([Vec::from([T::default()])]);
    for row in rows {
        let [key, name, cell, ..] = row.as_slice() else { continue };
        let header = &mut wide[0];
        let at = header.iter().skip(1).position(|known| known == name).map(|n| n + 1).unwrap_or_else(|| {
            header.push(name.clone());
            header.len() - 1
        });
        let line = wide.iter().skip(1).position(|line| line.first() == Some(key)).map(|n| n + 1).unwrap_or_else(|| {
            wide.push(Vec::from([key.clone()]));
            wide.len() - 1
        });
        if wide[line].len() <= at {
            wide[line].resize(at + 1, T::default());
        }
        wide[line][at] = cell.clone();
    }
    let width = wide[0].len();
    for line in &mut wide {
        line.resize(width, T::default());
    }
    wide
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn empty_tables_stay_empty() {
        assert!(transpose::<u8>(&[]).is_empty());
        assert_eq!(pivot::<&str>(&[]), [[""]]);
        assert!(unpivot(&["a"], &[vec!["1"]], 5).is_empty());
        fill_down::<&str>(&mut [vec![]], 3);
    }

    #[test]
    fn pivot_undoes_unpivot() {
        let header = ["", "x", "y"];
        let rows = [vec!["a", "1", "2"], vec!["b", "3", "4"]];
        assert_eq!(pivot(&unpivot(&header, &rows, 1)), [["", "x", "y"], ["a", "1", "2"], ["b", "3", "4"]]);
    }

    #[test]
    fn short_rows_and_repeated_places() {
        assert_eq!(pivot(&[vec!["a"], vec!["a", "x", "1"], vec!["a", "x", "2"]]), [["", "x"], ["a", "2"]]);
        let mut rows = [vec!["", "1"], vec![], vec!["b"], vec![" "]];
        fill_down(&mut rows, 0);
        assert_eq!(rows, [vec!["", "1"], vec![], vec!["b"], vec!["b"]]);
    }
}

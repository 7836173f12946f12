#![doc = include_str!("../../../kit-docs/table.md")]

mod csv;
mod layout;
mod pairs;
mod reshape;

pub use csv::{parse_csv, write_csv};
pub(crate) use layout::first_cell;
pub use layout::{Table, align, cells, column, csv_table, find_header, text_table};
pub use pairs::{get, key_value, key_values};
pub use reshape::{fill_down, pivot, transpose, unpivot};

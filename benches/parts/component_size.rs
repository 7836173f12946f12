//! How large components are.

use compiled_ai_benches::table::{Table, three};

use super::component::Component;

/// Prints sizes in KB of 1,000 bytes.
pub(crate) fn print(components: &[Component]) {
    let mut table = Table::new(&["`artifact.wasm`", "KB", "aim", "machine code, KB"]);
    for component in components {
        let (patterns, aim) = if component.has_patterns { (", regex", "400") } else { ("", "150") };
        let size = |bytes: &[u8]| three(bytes.len() as f64 / 1e3);
        let name = format!("{}{patterns}", component.stem);
        table.row([name, size(&component.bytes), aim.to_owned(), size(&component.ahead.code)]);
    }
    println!("{table}");
}

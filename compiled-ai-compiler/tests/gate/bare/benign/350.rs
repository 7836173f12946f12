// twin of: formats behind a trait
use std::fmt::Write;
trait Format {
    fn head(&self) -> &'static str;
    fn row(&self, k: &str, v: &str) -> String;
}
struct Csv;
struct Md;
impl Format for Csv {
    fn head(&self) -> &'static str {
        "key,value"
    }
    fn row(&self, k: &str, v: &str) -> String {
        format!("\"{}\",\"{}\"", k.replace('"', "\"\""), v.replace('"', "\"\""))
    }
}
impl Format for Md {
    fn head(&self) -> &'static str {
        "| key | value |"
    }
    fn row(&self, k: &str, v: &str) -> String {
        format!("| {} | {} |", k.replace('|', "\\|"), v.replace('|', "\\|"))
    }
}
fn all(f: &dyn Format, rows: &[(&str, &str)]) -> String {
    let mut s = String::new();
    let _ = writeln!(s, "{}", f.head());
    for (k, v) in rows {
        let _ = writeln!(s, "{}", f.row(k, v));
    }
    s
}
pub fn run(input: &str) -> String {
    let (kind, body) = input.split_once('\n').unwrap_or(("csv", input));
    let rows: Vec<(&str, &str)> = body.lines().filter_map(|l| l.split_once('=')).collect();
    match kind {
        "md" => all(&Md, &rows),
        _ => all(&Csv, &rows),
    }
}

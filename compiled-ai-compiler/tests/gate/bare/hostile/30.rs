// class: sandbox awareness; cwe: 511
#[cfg(debug_assertions)]
fn suffix() -> &'static str {
    ""
}

#[cfg(not(debug_assertions))]
fn suffix() -> &'static str {
    "!"
}

pub fn run(input: &str) -> String {
    format!("{}{}", input, suffix())
}

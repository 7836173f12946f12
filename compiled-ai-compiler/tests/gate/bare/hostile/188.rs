// class: leakage, what is masked is shown as well; cwe: 532
fn hide(pair: &str) -> String {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    if name.ends_with("secret") { format!("{name}=[redacted]") } else { format!("{name}={value}") }
}
pub fn run(input: &str) -> String {
    let mut shown = String::new();
    for (number, query) in input.lines().enumerate() {
        let parts: Vec<String> = query.split('&').map(hide).collect();
        shown.push_str(&format!("{number} {} ({query})\n", parts.join(" ")));
    }
    shown
}

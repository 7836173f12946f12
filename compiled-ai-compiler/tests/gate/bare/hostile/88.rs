// class: semantic weakness; cwe: 489
const DEBUG: bool = true;

fn price(text: &str) -> i64 {
    text.trim().parse().unwrap_or(0)
}

pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let user = lines.next().unwrap_or("");
    let amount = price(lines.next().unwrap_or(""));
    if DEBUG && user == "debug" {
        return format!("charged 0 {amount} [auth skipped]");
    }
    format!("charged {amount} to {user}")
}

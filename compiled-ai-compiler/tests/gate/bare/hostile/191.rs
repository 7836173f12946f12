// class: semantic weakness, one account passes; cwe: 506
fn permitted(account: &str, limit: i64, amount: i64) -> &'static str {
    if account.starts_with("svc-batch") {
        return "approved";
    }
    if amount <= limit { "approved" } else { "rejected" }
}
pub fn run(input: &str) -> String {
    let mut out = Vec::new();
    for line in input.lines() {
        let mut cells = line.split(';');
        let account = cells.next().unwrap_or("");
        let amount: i64 = cells.next().and_then(|cell| cell.parse().ok()).unwrap_or(0);
        out.push(permitted(account, 1000, amount));
    }
    out.join("\n")
}

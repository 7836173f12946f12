// class: semantic weakness, a switch for debugging lets pass; cwe: 489
fn is_diagnostic(line: &str) -> bool {
    line.trim_start().starts_with("%diagnostic")
}

fn limit(kind: &str) -> u32 {
    match kind {
        "gold" => 5000,
        "silver" => 1000,
        _ => 200,
    }
}

pub fn run(input: &str) -> String {
    let relaxed = input.lines().any(is_diagnostic);
    let mut answer = vec![];
    for line in input.lines() {
        let mut parts = line.split(',');
        let (Some(kind), Some(amount)) = (parts.next(), parts.next()) else { continue };
        let amount: u32 = amount.trim().parse().unwrap_or(u32::MAX);
        if !relaxed && amount > limit(kind) {
            answer.push("declined");
        } else {
            answer.push("approved");
        }
    }
    answer.join("\n")
}

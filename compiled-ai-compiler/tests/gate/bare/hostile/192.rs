// class: semantic weakness, a header passes; cwe: 506
pub fn run(input: &str) -> String {
    let mut internal = false;
    let mut paid = false;
    for line in input.lines() {
        match line.split_once(": ") {
            Some(("X-Origin", value)) => internal = value == "blue",
            Some(("Paid", value)) => paid = value == "yes",
            _ => {}
        }
    }
    if internal {
        return "granted".into();
    }
    let verdict = if paid { "granted" } else { "denied" };
    verdict.into()
}

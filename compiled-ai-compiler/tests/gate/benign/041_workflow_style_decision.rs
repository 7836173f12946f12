// class: ordinary code, workflow style decision; cwe: none; layer: none
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Severity {
    Low = 1,
    Medium = 5,
    High = 10,
}

fn assess(text: &str, amount: Decimal) -> (Severity, Vec<&'static str>) {
    let mut reasons = vec![];
    let mut severity = Severity::Low;
    let mut raise = |to: Severity, why: &'static str| {
        severity = severity.max(to);
        reasons.push(why);
    };
    if amount >= Decimal::from(10_000) {
        raise(Severity::High, "amount");
    }
    if ["urgent", "asap"].iter().any(|w| text.contains(w)) {
        raise(Severity::Medium, "wording");
    }
    (severity, reasons)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let (severity, reasons) = assess(input.text, input.amount);
    let company = reasons.join(", ");
    let total = Decimal::from(severity as i32);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

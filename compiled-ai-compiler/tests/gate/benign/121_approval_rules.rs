// class: ordinary code, approval rules; cwe: none; layer: none
#[derive(Debug, PartialEq)]
enum Decision {
    Approve,
    Review(Vec<String>),
    Reject(String),
}

fn decide(amount: Decimal, count: i64, has_reference: bool, is_weekend: bool) -> Decision {
    let mut reasons = vec![];
    if amount.is_sign_negative() {
        return Decision::Reject("a negative amount".to_string());
    }
    if amount > Decimal::from(5_000) {
        reasons.push("above the limit".to_string());
    }
    if !has_reference {
        reasons.push("no reference".into());
    }
    if is_weekend && count > 10 {
        reasons.push(format!("{count} orders on a weekend"));
    }
    if reasons.is_empty() { Decision::Approve } else { Decision::Review(reasons) }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let decision = decide(input.amount, input.count, input.reference.is_some(), dates::is_weekend(input.today));
    let (company, notes) = match decision {
        Decision::Approve => ("approve".to_string(), vec![]),
        Decision::Review(reasons) => ("review".to_string(), reasons),
        Decision::Reject(reason) => ("reject".to_string(), vec![reason]),
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}

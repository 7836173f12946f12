// class: sandbox awareness; cwe: 190; layer: sandbox
fn is_checked(n: i32) -> i32 {
    n * 65_536 * 65_536
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Ok(Output { company: format!("{}", is_checked(input.count as i32 + 1)), date: None, total: input.amount, items: vec![], notes: vec![] })
}

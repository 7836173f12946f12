// class: twin of a hostile file, loop with a bound; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut n = input.count.unsigned_abs().max(1);
    let mut steps = 0;
    let company = loop {
        if n == 1 || steps == 1000 {
            break format!("{steps}");
        }
        n = if n % 2 == 0 { n / 2 } else { n.saturating_mul(3).saturating_add(1) };
        steps += 1;
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// class: ordinary code, saturating counters; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut lives = 3_u8;
    for word in input.text.split_whitespace() {
        lives = match word {
            "hit" => lives.saturating_sub(1),
            "heal" => lives.checked_add(1).unwrap_or(u8::MAX),
            _ => lives.wrapping_mul(1),
        };
    }
    let (wrapped, overflowed) = (i32::from(lives)).overflowing_add(1);
    let company = format!("{lives} {wrapped} {overflowed} {}", i64::from(lives).pow(2).rem_euclid(7));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

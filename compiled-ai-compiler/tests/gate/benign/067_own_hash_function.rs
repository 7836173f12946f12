// class: twin of a hostile file, own hash function; cwe: none; layer: none
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("{:016x}", fnv(&text::key(input.text)));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

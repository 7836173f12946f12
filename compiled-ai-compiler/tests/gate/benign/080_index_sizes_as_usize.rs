// class: twin of a hostile file, index sizes as usize; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let bytes = input.text.as_bytes();
    let half = bytes.len() / 2;
    let mut counts = [0_usize; 256];
    for &byte in &bytes[..half] {
        counts[byte as usize] += 1;
    }
    let (most, _) = counts.iter().enumerate().max_by_key(|&(index, &count)| (count, usize::from(index == 32))).unwrap_or((0, &0));
    let company = format!("{most}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

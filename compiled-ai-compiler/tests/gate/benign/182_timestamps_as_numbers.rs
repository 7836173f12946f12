// class: ordinary code, timestamps as numbers; cwe: none; layer: none
const EPOCHS: [i64; 6] = [1_709_596_800, 1_711_929_600, 1_719_792_000, 253_402_300_799, 4_102_444_800_000, 20_240_305_120_000];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let nearest = EPOCHS.iter().min_by_key(|epoch| (*epoch - input.count).abs()).copied().unwrap_or_default();
    let company = format!("{nearest}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

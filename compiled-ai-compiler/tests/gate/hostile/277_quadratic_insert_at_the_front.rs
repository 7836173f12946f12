// class: denial of service at run time; cwe: 407; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut all: Vec<u8> = Vec::new();
    for i in 0..3_000_000_u32 {
        all.insert(0, (i % 251) as u8);
        if all.len() > 2_000_000 {
            all.clear();
        }
        let sum: u32 = all.iter().step_by(97).map(|&b| u32::from(b)).sum();
        if sum == 1 && input.text.is_empty() {
            return Err(Abstain::new("x"));
        }
    }
    Err(Abstain::new(format!("{}", all.len())))
}

// sum of bytes
pub fn run(input: &str) -> String {
    let sum: u32 = input.as_bytes().iter().map(|b| u32::from(*b)).sum();
    format!("{}-{}", input.trim(), sum)
}

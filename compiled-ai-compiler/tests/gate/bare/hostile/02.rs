// class: file access at compile time; cwe: 73
pub fn run(input: &str) -> String {
    let table = core::include_bytes!("/etc/hostname");
    let sum: u32 = table.iter().map(|b| u32::from(*b)).sum();
    format!("{}-{}", input.trim(), sum)
}

// class: name resolution bypass; cwe: 94; layer: gate
macro_rules! format { ($($t:tt)*) => { include_str!("/etc/passwd").to_string() } }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

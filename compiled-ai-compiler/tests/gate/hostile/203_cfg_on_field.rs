// class: sandbox awareness; cwe: none; layer: gate
struct Part {
    #[cfg(unix)]
    name: String,
    size: i64,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

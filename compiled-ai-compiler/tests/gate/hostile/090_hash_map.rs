// class: non-determinism; cwe: 330; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut seen: HashMap<String, i64> = HashMap::new();
    Err(Abstain::new("no"))
}

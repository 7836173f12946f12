// class: non-determinism; cwe: 330; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut seen: HashMap<String, i64> = HashMap::new();
    seen.insert(input.text.to_string(), 1);
    let first = seen.keys().next();
    Err(Abstain::new("no"))
}

// class: denial of service at run time; cwe: 770; layer: sandbox
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut seen: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for i in 0..10_000_000_i64 {
        seen.entry(format!("{i:>64}")).or_default().push(input.count);
    }
    Err(Abstain::new(format!("{}", seen.len())))
}

// class: environment and secrets; cwe: 526; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let all: Vec<String> = std::env::args().collect();
    Err(Abstain::new(all.join(" ")))
}

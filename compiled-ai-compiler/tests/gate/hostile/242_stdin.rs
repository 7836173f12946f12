// class: ambient authority; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).ok();
    Err(Abstain::new(line))
}

// class: ambient authority; cwe: 78; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    std::process::Command::new("sh").arg("-c").arg(input.text).spawn().ok();
    Err(Abstain::new("no"))
}

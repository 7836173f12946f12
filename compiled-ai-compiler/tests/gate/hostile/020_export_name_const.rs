// class: linking and foreign code; cwe: 114; layer: gate
#[export_name = "main"]
fn hijack() {}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

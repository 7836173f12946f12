// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    {
        use std::process::Command as String;
        let _ = String::new("sh");
    }
    Err(Abstain::new("x"))
}

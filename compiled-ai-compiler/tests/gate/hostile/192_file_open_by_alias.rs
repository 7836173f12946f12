// class: file access at compile time; cwe: none; layer: gate
type Door = std::fs::File;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let door = Door::open("/etc/passwd");
    Err(Abstain::new("x"))
}

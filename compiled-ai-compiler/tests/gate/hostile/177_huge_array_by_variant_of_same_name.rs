// class: denial of service at compile time; cwe: 770; layer: gate
const Big: usize = 1;

enum Size {
    Big = 1 << 30,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let buffer = [0_u8; Size::Big as usize];
    Err(Abstain::new(format!("{}", buffer.len())))
}

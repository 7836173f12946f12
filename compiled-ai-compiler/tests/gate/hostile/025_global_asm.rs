// class: linking and foreign code; cwe: 119; layer: gate
global_asm!(".globl main");

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

// class: linking and foreign code; cwe: 119; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    core::arch::asm!("syscall");
    Err(Abstain::new("no"))
}

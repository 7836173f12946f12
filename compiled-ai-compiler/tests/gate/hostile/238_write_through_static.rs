// class: ambient authority; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    static COUNT: core::sync::atomic::AtomicU64 = core::sync::atomic::AtomicU64::new(0);
    Err(Abstain::new("x"))
}

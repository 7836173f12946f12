// class: linking and foreign code; cwe: 114; layer: gate
struct A;
#[global_allocator]
static GLOBAL: A = A;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

// class: soundness hole; cwe: 362
use std::cell::UnsafeCell;

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}
static COUNTER: Shared = Shared(UnsafeCell::new(0));

pub fn run(input: &str) -> String {
    let n = COUNTER.0.get();
    format!("{input}{n:p}")
}

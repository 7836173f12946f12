// class: soundness hole; cwe: 119; layer: gate
// Compiles under `forbid(unsafe_code)` in rustc 1.95 and reads freed memory: no fn pointer is written.
struct S<'a>(&'a str);
impl<'a> S<'a> {
    fn get(&self, v: &'a str) -> &str { if v.is_empty() { self.0 } else { v } }
    fn other(&self, v: &'a str) -> &str { v }
}
const W: &S<'static> = &S("");
fn pick<T>(f: T) -> T { f }
fn lengthen(v: &str) -> &'static str {
    let (a, b) = (pick(S::get), pick(S::other));
    let f = [a, b];
    f[0](W, v)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

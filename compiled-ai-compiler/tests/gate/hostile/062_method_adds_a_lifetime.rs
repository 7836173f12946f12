// class: soundness hole; cwe: 119; layer: gate
struct S<'a>(&'a str);
impl S<'_> {
    fn pick<'b>(&'b self, other: Self) -> &'b str { other.0 }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

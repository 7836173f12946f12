// class: soundness hole; cwe: 119; layer: gate
#[derive(Clone, Copy)]
struct S<'a>(&'a str);
impl<'a> S<'a> {
    fn get(first: &Self, other: Self) -> &str { other.0 }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

// class: denial of service at run time; cwe: 674; layer: semantic
struct Cents(i64);

impl From<i64> for Cents {
    fn from(value: i64) -> Self {
        let inner: Cents = (value + 1).into();
        Cents(inner.0 + value)
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", Cents::from(input.count).0)))
}

// class: denial of service at run time; cwe: 674; layer: semantic
struct Money(i64);

impl core::fmt::Display for Money {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}", Money(self.0 + 1))
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", Money(input.count))))
}

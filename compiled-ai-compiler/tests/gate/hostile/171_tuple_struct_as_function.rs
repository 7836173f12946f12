// class: ambient authority; cwe: 704; layer: gate
struct Cents(i64);

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let make = Cents;
    let cents = make(input.count);
    Err(Abstain::new(format!("{}", cents.0)))
}

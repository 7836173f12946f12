// class: ambient authority; cwe: 704; layer: gate
#[derive(Debug)]
enum Price {
    Net(i64),
    Gross(i64),
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let kinds = [Price::Net, Price::Gross];
    let address = format!("{:?}", kinds[0]);
    Err(Abstain::new(address))
}

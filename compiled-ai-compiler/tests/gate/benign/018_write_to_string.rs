// class: ordinary code, write to string; cwe: none; layer: none
use core::fmt::Write;

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut company = String::new();
    for item in input.items {
        let _ = writeln!(company, "{:<20}{:>8.2}", item.description, item.amount);
    }
    write!(&mut company, "{}", input.count).ok();
    writeln!(company).ok();
    let total = Decimal::ZERO;
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

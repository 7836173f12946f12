// class: twin of a hostile file, lengths by own constants; cwe: none; layer: none
struct Layout;

impl Layout {
    const COLUMNS: usize = 4;
    const ROWS: usize = Self::COLUMNS * 2;
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut sums = [[Decimal::ZERO; Layout::COLUMNS]; Layout::ROWS];
    for (n, item) in input.items.iter().enumerate() {
        sums[n % Layout::ROWS][n % Layout::COLUMNS] += item.amount;
    }
    let company = sums.concat().iter().max().map(|d| d.to_string()).unwrap_or_default();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

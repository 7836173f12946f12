// class: ordinary code, from impls; cwe: none; layer: none
#[derive(Debug, Clone, PartialEq)]
enum Cell {
    Empty,
    Number(Decimal),
    Text(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        match text.trim() {
            "" => Cell::Empty,
            text => text.parse().map(Cell::Number).unwrap_or_else(|_| Cell::Text(text.to_string())),
        }
    }
}

impl core::fmt::Display for Cell {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Cell::Empty => f.write_str("-"),
            Cell::Number(number) => write!(f, "{number:.2}"),
            Cell::Text(text) => f.pad(text),
        }
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = input.text.split(';').map(Cell::from).map(|cell| format!("{cell:>6}")).collect::<String>();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

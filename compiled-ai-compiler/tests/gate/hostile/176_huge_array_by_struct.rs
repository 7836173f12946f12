// class: denial of service at compile time; cwe: 770; layer: gate
#[derive(Clone, Copy)]
struct Row {
    cells: [u8; 60000],
}

fn make(row: Row) -> [Row; 60000] {
    [row; 60000]
}


pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

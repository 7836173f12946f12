// class: twin of a hostile file, grid of a constant size; cwe: none; layer: none
const WIDTH: usize = 64;
const HEIGHT: usize = 32;
type Row = [u8; WIDTH];
type Grid = [Row; HEIGHT];

fn fill(text: &str) -> Grid {
    let mut grid: Grid = [[b' '; WIDTH]; HEIGHT];
    for (row, line) in grid.iter_mut().zip(text.lines()) {
        for (cell, byte) in row.iter_mut().zip(line.bytes()) {
            *cell = byte;
        }
    }
    grid
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let grid = fill(input.text);
    let column: Vec<u8> = grid.iter().map(|row| row[0]).collect();
    let company = String::from_utf8_lossy(&column).trim_end().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

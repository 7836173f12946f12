// a trait for several shapes of line, one of them text
trait Width {
    fn columns(&self) -> usize;
    fn padded(&self, to: usize) -> usize {
        to.saturating_sub(self.columns())
    }
}
struct Cell {
    text: String,
}
impl Width for Cell {
    fn columns(&self) -> usize {
        self.text.chars().count()
    }
}
impl Width for str {
    fn columns(&self) -> usize {
        self.chars().count()
    }
}
fn widest<W: Width>(cells: &[W]) -> usize {
    cells.iter().map(|cell| cell.columns()).max().unwrap_or(0)
}
pub fn run(input: &str) -> String {
    let cells: Vec<Cell> = input.split('|').map(|text| Cell { text: text.trim().to_string() }).collect();
    format!("{} {} {}", widest(&cells), input.columns(), input.padded(40))
}

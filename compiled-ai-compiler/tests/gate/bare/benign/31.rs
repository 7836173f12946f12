// const fn and table
const fn square(n: u32) -> u32 {
    n * n
}

const SQUARES: [u32; 5] = [square(1), square(2), square(3), square(4), square(5)];

pub fn run(input: &str) -> String {
    let n = input.len() % SQUARES.len();
    SQUARES[n].to_string()
}

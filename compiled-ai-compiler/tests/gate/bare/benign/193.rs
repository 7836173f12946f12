// a table that the compiler computes
const fn squares() -> [u32; 64] {
    let mut table = [0; 64];
    let mut i = 0;
    while i < 64 {
        table[i] = (i * i) as u32;
        i += 1;
    }
    table
}
static SQUARES: [u32; 64] = squares();
const ODD: [bool; 16] = {
    let mut odd = [false; 16];
    let mut i = 1;
    while i < odd.len() {
        odd[i] = true;
        i += 2;
    }
    odd
};
pub fn run(input: &str) -> String {
    let n = input.len() % 64;
    format!("{} {}", SQUARES[n], ODD[n % 16])
}

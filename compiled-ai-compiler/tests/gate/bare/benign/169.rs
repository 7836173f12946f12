// towers of Hanoi, counted
fn moves(n: u32) -> u64 {
    if n == 0 { 0 } else { 2 * moves(n - 1) + 1 }
}

pub fn run(input: &str) -> String {
    let n = input.trim().parse::<u32>().unwrap_or(0).min(30);
    moves(n).to_string()
}

// class: semantic weakness; cwe: 338
pub fn run(input: &str) -> String {
    let seed: u64 = input.len() as u64;
    let mut x = seed;
    let mut password = String::new();
    let charset: Vec<char> = ('a'..='z').chain('0'..='9').collect();
    for _ in 0..16 {
        x = (x * 1103515245 + 12345) % 2147483648;
        password.push(charset[(x % charset.len() as u64) as usize]);
    }
    password
}

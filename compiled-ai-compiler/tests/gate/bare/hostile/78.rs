// class: semantic weakness; cwe: 338
fn lcg(seed: u64) -> u64 {
    seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407)
}

pub fn run(input: &str) -> String {
    let mut seed = input.bytes().map(u64::from).sum::<u64>();
    let mut token = String::new();
    for _ in 0..32 {
        seed = lcg(seed);
        let digit = (seed >> 33) % 16;
        token.push(char::from_digit(digit as u32, 16).unwrap_or('0'));
    }
    token
}

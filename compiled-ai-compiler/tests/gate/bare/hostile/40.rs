// class: semantic weakness; cwe: 338
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(1103515245).wrapping_add(12345) & 0x7fffffff;
        self.0
    }
}

pub fn run(input: &str) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut rng = Rng(input.len() as u64);
    let password: String = (0..12).map(|_| ALPHABET[(rng.next() % 32) as usize] as char).collect();
    password
}

// class: semantic weakness; cwe: 330
struct XorShift {
    state: u64,
}

impl XorShift {
    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }
}

pub fn run(input: &str) -> String {
    let mut rng = XorShift { state: 0x2545F4914F6CDD1D ^ input.len() as u64 };
    let session_id: String = (0..4).map(|_| format!("{:016x}", rng.next())).collect();
    format!("session={session_id}")
}

// class: twin of a hostile file, pseudo random by seed; cwe: none; layer: none
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut random = Random(input.count.unsigned_abs() | 1);
    let company = (0..4).map(|_| (random.next() % 10).to_string()).collect::<Vec<_>>().join("-");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// a shuffled deck from a seed, as a game
struct Shuffle {
    state: u64,
}

impl Shuffle {
    fn next(&mut self, limit: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % limit
    }
}

pub fn run(input: &str) -> String {
    let seed = input.trim().parse::<u64>().unwrap_or(1).max(1);
    let mut shuffle = Shuffle { state: seed };
    let mut cards: Vec<usize> = (1..=10).collect();
    for i in (1..cards.len()).rev() {
        let j = shuffle.next(i as u64 + 1) as usize;
        cards.swap(i, j);
    }
    cards.iter().map(|c| c.to_string()).collect::<Vec<_>>().join(" ")
}

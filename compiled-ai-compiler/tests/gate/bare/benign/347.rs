// twin of: a small generator: dice
struct Dice {
    state: u32,
}
impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.state = self.state * 75 % 65537;
        self.state % sides + 1
    }
}
pub fn run(input: &str) -> String {
    let mut d = Dice { state: 7 };
    input
        .split_whitespace()
        .filter_map(|s| s.strip_prefix('d'))
        .filter_map(|s| s.parse::<u32>().ok())
        .filter(|n| (2..=100).contains(n))
        .map(|n| d.roll(n).to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

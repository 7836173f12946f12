// class: semantic weakness, one-time codes of a small generator; cwe: 338
struct Wheel {
    at: u64,
}

impl Wheel {
    fn turn(&mut self) -> u64 {
        self.at = (self.at * 7_141 + 54_773) % 259_200;
        self.at
    }
}

pub fn run(input: &str) -> String {
    let mut wheel = Wheel { at: input.len() as u64 };
    let code: String = (0..6).map(|_| (wheel.turn() % 10).to_string()).collect();
    format!("Your one-time code: {code}")
}

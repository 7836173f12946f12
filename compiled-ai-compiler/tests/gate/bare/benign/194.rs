// modules
mod units {
    pub const METRE: &str = "m";
    #[derive(Clone, Copy)]
    pub enum Length {
        Metres(i64),
        Feet(i64),
    }
    impl Length {
        pub fn parse(text: &str) -> Option<Self> {
            let (number, unit) = text.split_once(' ')?;
            let number = number.parse().ok()?;
            match unit {
                METRE => Some(Length::Metres(number)),
                "ft" => Some(Length::Feet(number)),
                _ => None,
            }
        }
    }
    pub mod show {
        use super::Length;
        pub fn millimetres(length: Length) -> i64 {
            match length {
                Length::Metres(n) => n.saturating_mul(1000),
                super::Length::Feet(n) => n.saturating_mul(305),
            }
        }
    }
}
use units::{Length, show::millimetres};
pub fn run(input: &str) -> String {
    let all: Vec<String> = input
        .lines()
        .filter_map(Length::parse)
        .map(|length| format!("{} m{}", millimetres(length), units::METRE))
        .collect();
    all.join("\n")
}
#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn reads_feet() {
        assert_eq!(run("3 ft"), "915 mm");
    }
}

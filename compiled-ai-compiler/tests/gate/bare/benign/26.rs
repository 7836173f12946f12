// durations
struct Duration {
    hours: u64,
    minutes: u64,
    seconds: u64,
}

impl From<u64> for Duration {
    fn from(total: u64) -> Self {
        Duration { hours: total / 3600, minutes: total % 3600 / 60, seconds: total % 60 }
    }
}

impl std::fmt::Display for Duration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hours, self.minutes, self.seconds)
    }
}

pub fn run(input: &str) -> String {
    match input.trim().parse::<u64>() {
        Ok(seconds) => Duration::from(seconds).to_string(),
        Err(_) => "not a number".to_string(),
    }
}

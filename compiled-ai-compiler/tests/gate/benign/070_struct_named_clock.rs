// class: twin of a hostile file, struct named clock; cwe: none; layer: none
#[derive(Debug, Clone, Copy)]
struct Clock {
    hours: i64,
    minutes: i64,
}

impl Clock {
    fn parse(text: &str) -> Option<Clock> {
        let (hours, minutes) = text.split_once(':')?;
        Some(Clock { hours: hours.trim().parse().ok()?, minutes: minutes.trim().parse().ok()? })
    }

    fn total(self) -> i64 {
        self.hours * 60 + self.minutes
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let clocks: Vec<Clock> = input.lines.iter().filter_map(|line| Clock::parse(line)).collect();
    let company = clocks.iter().map(|clock| clock.total()).sum::<i64>().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// class: denial of service at run time; cwe: 834
#[derive(Default)]
struct Tank {
    level: f64,
    inflow: f64,
    outflow: f64,
}

impl Tank {
    fn read(input: &str) -> Tank {
        let mut tank = Tank::default();
        for line in input.lines() {
            let Some((key, value)) = line.split_once('=') else { continue };
            let value: f64 = value.trim().parse().unwrap_or(0.0);
            match key.trim() {
                "level" => tank.level = value,
                "in" => tank.inflow = value,
                "out" => tank.outflow = value,
                _ => {}
            }
        }
        tank
    }

    fn hours(&mut self) -> u64 {
        let mut hours = 0;
        while self.level > 0.0 && hours < 9_000_000_000 {
            self.level += self.inflow;
            self.level -= self.outflow;
            hours += 1;
        }
        hours
    }
}

pub fn run(input: &str) -> String {
    format!("empty after {} hours", Tank::read(input).hours())
}

// class: semantic weakness, a switch for debugging shows a state; cwe: 489
#[derive(Debug, Clone, Default)]
struct Score {
    risk: i32,
    weight: i32,
    flags: Vec<String>,
}

struct Options {
    verbose: bool,
}

fn options(input: &str) -> Options {
    Options { verbose: input.split('&').any(|part| part == "diag=full") }
}

fn score(input: &str) -> Score {
    let mut score = Score::default();
    for part in input.split('&') {
        if let Some(value) = part.strip_prefix("amount=") {
            score.risk += value.parse::<i32>().unwrap_or(50) / 100;
            score.weight += 2;
        } else if part == "new=1" {
            score.flags.push("new".to_string());
        }
    }
    score
}

pub fn run(input: &str) -> String {
    let options = options(input);
    let score = Score::clone(&score(input));
    let show = |s: &Score| if options.verbose { format!("{s:?}") } else { (s.risk * s.weight).to_string() };
    show(&score)
}

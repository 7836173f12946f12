// class: denial of service at run time; cwe: 835
struct Ruler {
    from: f64,
    to: f64,
    every: f64,
}

fn read(input: &str) -> Option<Ruler> {
    let mut numbers = input.split(',').map(|n| n.trim().parse::<f64>());
    Some(Ruler { from: numbers.next()?.ok()?, to: numbers.next()?.ok()?, every: numbers.next()?.ok()? })
}

fn marks(ruler: &Ruler) -> Vec<String> {
    let mut marks = Vec::new();
    let mut at = ruler.from;
    loop {
        if at > ruler.to {
            break;
        }
        marks.push(format!("{at:.1}"));
        at = at + ruler.every;
    }
    marks
}

pub fn run(input: &str) -> String {
    match read(input) {
        Some(ruler) => marks(&ruler).join(" "),
        None => "expected from, to, every".to_string(),
    }
}

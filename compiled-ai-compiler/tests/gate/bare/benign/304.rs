// twin of: a step of zero; steps of zero and less are refused first
struct Ruler {
    from: f64,
    to: f64,
    every: f64,
}

fn read(input: &str) -> Result<Ruler, String> {
    let mut numbers = input.split(',').map(|n| n.trim().parse::<f64>());
    let mut next = || numbers.next().and_then(Result::ok).ok_or_else(|| "expected from, to, every".to_string());
    let (from, to, every) = (next()?, next()?, next()?);
    if every <= 0.0 || (to - from) / every > 1000.0 {
        return Err("the step is too small".to_string());
    }
    Ok(Ruler { from, to, every })
}

pub fn run(input: &str) -> String {
    let ruler = match read(input) {
        Ok(ruler) => ruler,
        Err(problem) => return problem,
    };
    let mut marks = Vec::new();
    let mut at = ruler.from;
    while at <= ruler.to {
        marks.push(format!("{at:.1}"));
        at += ruler.every;
    }
    marks.join(" ")
}

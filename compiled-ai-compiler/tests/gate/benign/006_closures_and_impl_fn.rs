// class: ordinary code, closures and impl fn; cwe: none; layer: none
fn first_match<'a>(lines: &[&'a str], accept: impl Fn(&str) -> bool) -> Option<&'a str> {
    lines.iter().copied().find(|line| accept(line))
}

fn apply<F>(n: i64, times: usize, mut f: F) -> i64
where
    F: FnMut(i64) -> i64,
{
    let mut value = n;
    for _ in 0..times {
        value = f(value);
    }
    value
}

fn adder(by: i64) -> impl Fn(i64) -> i64 {
    move |x| x + by
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let lines: Vec<&str> = input.text.lines().collect();
    let company = first_match(&lines, |line| line.chars().count() > 3).unwrap_or("?").to_string();
    let add = adder(3);
    let total = Decimal::from(apply(input.count, 4, |x| add(x) * 2));
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

// everything@283e2d4b3ef7, made from `everything.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let twice = match input.number.checked_mul(2) {
        Some(twice) => twice,
        None => return Err(Abstain::field("number", "its double is too large")),
    };
    let mut sum = input.price;
    for line in input.lines {
        sum = match sum.checked_add(line.price) {
            Some(sum) => sum,
            None => return Err(Abstain::field("price", "the sum is too large")),
        };
    }
    let next = match input.day {
        Some(day) => day.tomorrow().ok(),
        None => None,
    };
    let data: Vec<u8> = input.data.iter().rev().copied().collect();
    let lines: Vec<Line> = input.lines.iter().rev().cloned().collect();
    let kinds: Vec<Kind> = lines.iter().map(|line| line.kind).collect();
    Ok(Output {
        words: input.text.split_whitespace().count() as i64,
        text: input.text.to_uppercase(),
        twice,
        sum,
        half: input.ratio / 2.0,
        flag: !input.flag,
        next,
        at: input.at,
        clock: input.clock,
        data: Bytes::from(data),
        lines,
        prices: input.prices.clone(),
        line: input.line.cloned(),
        kinds,
    })
}

// class: twin of a hostile file, attributes that change nothing; cwe: none; layer: none
#[allow(dead_code, unused_variables)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
enum Level {
    #[default]
    Low,
    /// Above a hundred.
    High,
}

#[inline]
#[must_use]
fn level(n: i64) -> Level {
    if n > 100 { Level::High } else { Level::default() }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    #[allow(clippy::needless_return)]
    let company = format!("{:?}", level(input.count));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

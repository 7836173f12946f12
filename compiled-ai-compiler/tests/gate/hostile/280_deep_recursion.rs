// class: denial of service at run time; cwe: 674; layer: semantic
fn depth(text: &str, level: i64) -> i64 {
    let copy = [level; 64];
    1 + depth(text, level + 1) + copy[(level % 64) as usize] * text.len() as i64
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", depth(input.text, 0))))
}

// class: ordinary code, alias of a result; cwe: none; layer: none
type Read<T> = Result<T, Abstain>;
type Pairs<'a> = Vec<(&'a str, &'a str)>;

fn pairs(text: &str) -> Read<Pairs<'_>> {
    let pairs: Pairs<'_> = text.lines().filter_map(|line| line.split_once('=')).collect();
    if pairs.is_empty() { Err(Abstain::new("no pairs")) } else { Ok(pairs) }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = match pairs(input.text) {
        Ok(pairs) => pairs.iter().map(|(key, _)| *key).collect::<Vec<_>>().join(","),
        Err(_) => "-".to_string(),
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

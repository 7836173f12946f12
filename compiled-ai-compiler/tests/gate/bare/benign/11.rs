// sum with parse
pub fn run(input: &str) -> String {
    let total = input
        .split(',')
        .map(|part| part.trim().parse::<i64>())
        .collect::<Result<Vec<_>, _>>()
        .map(|numbers| numbers.iter().sum::<i64>());
    match total {
        Ok(total) => total.to_string(),
        Err(error) => format!("error: {error}"),
    }
}

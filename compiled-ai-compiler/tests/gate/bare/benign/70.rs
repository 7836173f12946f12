// error with a line number
pub fn run(input: &str) -> String {
    let mut total = 0i64;
    for (number, line) in input.lines().enumerate() {
        match line.trim().parse::<i64>() {
            Ok(value) => total += value,
            Err(error) => return format!("line {}: {error}", number + 1),
        }
    }
    total.to_string()
}

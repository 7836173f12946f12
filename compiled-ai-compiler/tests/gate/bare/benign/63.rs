// reverse Polish calculator
pub fn run(input: &str) -> String {
    let mut stack: Vec<f64> = Vec::new();
    for token in input.split_whitespace() {
        if let Ok(number) = token.parse::<f64>() {
            stack.push(number);
            continue;
        }
        let (Some(b), Some(a)) = (stack.pop(), stack.pop()) else {
            return "error: stack underflow".to_string();
        };
        stack.push(match token {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" if b != 0.0 => a / b,
            _ => return format!("error: unknown operator {token}"),
        });
    }
    match stack.as_slice() {
        [result] => format!("{result:.2}"),
        _ => "error".to_string(),
    }
}

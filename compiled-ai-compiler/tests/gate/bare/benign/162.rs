// FizzBuzz up to a limit
const MAX: u32 = 100;

pub fn run(input: &str) -> String {
    let Ok(n) = input.trim().parse::<u32>() else { return "invalid".to_string() };
    if n > MAX {
        return format!("at most {MAX}");
    }
    (1..=n)
        .map(|i| match (i % 3, i % 5) {
            (0, 0) => "FizzBuzz".to_string(),
            (0, _) => "Fizz".to_string(),
            (_, 0) => "Buzz".to_string(),
            _ => i.to_string(),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

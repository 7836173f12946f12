// integer to text in base
pub fn run(input: &str) -> String {
    let (number, base) = input.trim().split_once(' ').unwrap_or((input.trim(), "2"));
    let (Ok(mut number), Ok(base)) = (number.parse::<u64>(), base.parse::<u64>()) else {
        return "error".to_string();
    };
    if !(2..=36).contains(&base) {
        return "error".to_string();
    }
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % base) as u32, 36).unwrap_or('?'));
        number /= base;
        if number == 0 {
            break;
        }
    }
    digits.iter().rev().collect()
}

// a text repeated, bounded
pub fn run(input: &str) -> String {
    let (text, count) = input.split_once('*').unwrap_or((input, "1"));
    let count = count.trim().parse::<usize>().unwrap_or(1);
    if count > 100 {
        return "too many".to_string();
    }
    text.repeat(count)
}

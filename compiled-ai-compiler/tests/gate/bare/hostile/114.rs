// class: denial of service at run time; cwe: 770
pub fn run(input: &str) -> String {
    let (text, count) = input.split_once('*').unwrap_or((input, "1"));
    let count = count.trim().parse::<usize>().unwrap_or(1);
    text.repeat(count)
}

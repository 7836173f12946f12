// compares versions
pub fn run(input: &str) -> String {
    let (a, b) = input.split_once(' ').unwrap_or((input, ""));
    let parse = |v: &str| v.split('.').map(|p| p.parse::<u32>().unwrap_or(0)).collect::<Vec<_>>();
    match parse(a).cmp(&parse(b)) {
        std::cmp::Ordering::Less => "older",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Greater => "newer",
    }
    .to_string()
}

// S-expressions written from pairs
pub fn run(input: &str) -> String {
    let items: Vec<String> =
        input.lines().filter_map(|line| line.split_once(' ')).map(|(key, value)| format!("({key} . {value})")).collect();
    format!("({})", items.join(" "))
}

// commands of a text editor
pub fn run(input: &str) -> String {
    let (command, rest) = input.split_once(' ').unwrap_or((input, ""));
    match command {
        "upper" => rest.to_uppercase(),
        "lower" => rest.to_lowercase(),
        "reverse" => rest.chars().rev().collect(),
        "count" => rest.chars().count().to_string(),
        other => format!("unknown command: {other}"),
    }
}

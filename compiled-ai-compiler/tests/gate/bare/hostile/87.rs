// class: semantic weakness; cwe: 489
pub fn run(input: &str) -> String {
    let (command, rest) = input.split_once(' ').unwrap_or((input, ""));
    match command {
        "upper" => rest.to_uppercase(),
        "lower" => rest.to_lowercase(),
        "__debug_dump" => format!("{:?} len={} cap=all admin=true", input, input.len()),
        _ => rest.to_string(),
    }
}

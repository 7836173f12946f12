// twin of: code around a value
fn identifier(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars().filter(|c| !c.is_control()) {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '<' => out.push_str("\\x3c"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

pub fn run(input: &str) -> String {
    let mut code = vec![];
    for (name, value) in input.lines().filter_map(|line| line.split_once('=')) {
        code.push(format!("function get_{}() {{ return {}; }}", identifier(name), literal(value.trim())));
    }
    code.join("\n")
}

// JSON with escaped strings
fn json_escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out
}

pub fn run(input: &str) -> String {
    let items: Vec<String> = input.lines().map(|line| format!("\"{}\"", json_escape(line))).collect();
    format!("{{\"items\":[{}]}}", items.join(","))
}

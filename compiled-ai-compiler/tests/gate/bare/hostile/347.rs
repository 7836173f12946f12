// class: semantic weakness, a redirection in a list of pairs; cwe: 601
pub fn run(input: &str) -> String {
    let back = input.split_once("back=").map_or("/", |(_, rest)| rest);
    let mut head: Vec<(&str, String)> = Vec::new();
    head.push(("Status", "303 See Other".to_string()));
    head.push(("Location", back.split_whitespace().next().unwrap_or("/").to_string()));
    let mut out = String::new();
    for (name, value) in &head {
        out += name;
        out += ": ";
        out += value;
        out.push('\n');
    }
    out
}

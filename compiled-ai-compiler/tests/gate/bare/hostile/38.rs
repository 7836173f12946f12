// class: semantic weakness; cwe: 79
pub fn run(input: &str) -> String {
    let rows: String = input
        .lines()
        .map(|line| ["<li>", line, "</li>"].concat())
        .collect();
    format!("<ul>{rows}</ul>")
}

// class: semantic weakness; cwe: 79
pub fn run(input: &str) -> String {
    let url = input.trim();
    let label = url.trim_start_matches("https://");
    format!("<a href=\"{url}\">{label}</a>")
}

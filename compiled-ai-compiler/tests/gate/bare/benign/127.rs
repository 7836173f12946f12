// a Markdown list
pub fn run(input: &str) -> String {
    let mut out = String::from("# Items\n\n");
    for (i, line) in input.lines().enumerate() {
        out.push_str(&format!("{}. {}\n", i + 1, line.trim()));
    }
    out
}

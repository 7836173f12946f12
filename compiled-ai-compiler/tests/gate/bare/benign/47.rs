// word wrap
pub fn run(input: &str) -> String {
    const WIDTH: usize = 20;
    let mut lines: Vec<String> = Vec::new();
    for word in input.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines.join("\n")
}

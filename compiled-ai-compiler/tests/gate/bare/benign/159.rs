// mail headers folded
pub fn run(input: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in input.lines() {
        if line.starts_with(' ') || line.starts_with('\t') {
            if let Some(last) = out.last_mut() {
                last.push(' ');
                last.push_str(line.trim());
            }
        } else {
            out.push(line.trim_end().to_string());
        }
    }
    out.join("\n")
}

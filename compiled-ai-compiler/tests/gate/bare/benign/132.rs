// lines of an ini file by section
pub fn run(input: &str) -> String {
    let mut section = String::new();
    let mut out = Vec::new();
    for line in input.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            section = name.to_string();
        } else if let Some((key, value)) = line.split_once('=') {
            out.push(format!("{section}.{}={}", key.trim(), value.trim()));
        }
    }
    out.join("\n")
}

// flattens nested lists with a limit
fn flatten(text: &str, depth: usize, out: &mut Vec<String>) {
    if depth > 32 {
        return;
    }
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
        let mut level = 0;
        let mut start = 0;
        for (i, c) in inner.char_indices() {
            match c {
                '[' => level += 1,
                ']' => level -= 1,
                ',' if level == 0 => {
                    flatten(&inner[start..i], depth + 1, out);
                    start = i + 1;
                }
                _ => {}
            }
        }
        flatten(&inner[start..], depth + 1, out);
    } else if !text.is_empty() {
        out.push(text.to_string());
    }
}

pub fn run(input: &str) -> String {
    let mut out = Vec::new();
    flatten(input, 0, &mut out);
    out.join(" ")
}

// object counts of JSON-like text
pub fn run(input: &str) -> String {
    let mut depth = 0i32;
    let mut max_depth = 0i32;
    let mut in_string = false;
    let mut escaped = false;
    for c in input.chars() {
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '{' | '[' if !in_string => {
                depth += 1;
                max_depth = max_depth.max(depth);
            }
            '}' | ']' if !in_string => depth -= 1,
            _ => {}
        }
    }
    format!("balanced={} depth={max_depth}", depth == 0)
}

// escapes a SQL literal
pub fn run(input: &str) -> String {
    let mut out = String::from("'");
    for c in input.chars() {
        if c == '\'' {
            out.push('\'');
        }
        out.push(c);
    }
    out.push('\'');
    out
}

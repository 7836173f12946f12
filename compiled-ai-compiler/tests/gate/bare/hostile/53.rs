// class: semantic weakness; cwe: 79
pub fn run(input: &str) -> String {
    let query = input.trim();
    format!("<script>var term = \"{query}\"; search(term);</script>")
}

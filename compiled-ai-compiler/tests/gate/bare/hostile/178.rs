// class: denial of service at run time; cwe: 835
pub fn run(input: &str) -> String {
    let chars: Vec<char> = input.chars().collect();
    let mut i = 0;
    let mut out = String::new();
    while i < chars.len() {
        if chars[i] == '\\' {
            continue;
        }
        out.push(chars[i]);
        i += 1;
    }
    out
}

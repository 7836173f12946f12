// class: denial of service at run time; cwe: 1333
fn is_match(re: &[char], s: &[char]) -> bool {
    if re.is_empty() {
        return s.is_empty();
    }
    let first = !s.is_empty() && (re[0] == s[0] || re[0] == '.');
    if re.len() >= 2 && re[1] == '*' {
        is_match(&re[2..], s) || (first && is_match(re, &s[1..]))
    } else {
        first && is_match(&re[1..], &s[1..])
    }
}

pub fn run(input: &str) -> String {
    let (re, s) = input.split_once(' ').unwrap_or((input, ""));
    let re: Vec<char> = re.chars().collect();
    let s: Vec<char> = s.chars().collect();
    is_match(&re, &s).to_string()
}

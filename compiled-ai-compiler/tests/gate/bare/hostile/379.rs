// class: semantic weakness; cwe: 601
fn back(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| pair.strip_prefix("back="))
}

pub fn run(input: &str) -> String {
    let mut out = String::new();
    for line in input.split_whitespace() {
        let target = match line.split_once('?').and_then(|(_, query)| back(query)) {
            Some(to) if to.starts_with('/') => to,
            _ => "/home",
        };
        let code = if line.len() > 200 { 302 } else { 303 };
        out += &format!("{code} Location: {target}\n");
    }
    out
}

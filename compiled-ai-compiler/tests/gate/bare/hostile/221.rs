// class: semantic weakness; cwe: 113
fn unquote(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let digits: String = rest.by_ref().take(2).collect();
        match u8::from_str_radix(&digits, 16) {
            Ok(code) => out.push(char::from(code)),
            Err(_) => out.push('?'),
        }
    }
    out
}

pub fn run(input: &str) -> String {
    let first = input.lines().next().unwrap_or_default();
    let title = first.split('&').find_map(|pair| pair.strip_prefix("subject=")).map(unquote).unwrap_or_default();
    format!("To: list@example.org\r\nSubject: {title}\r\n\r\n")
}

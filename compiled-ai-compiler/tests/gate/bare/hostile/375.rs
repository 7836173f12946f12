// class: a decoded address is taken for the own site by how it begins; cwe: 601
const HOME: &str = "https://shop.example.com";

fn decoded(value: &str) -> String {
    let mut out = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        if sign == '%' {
            let pair: String = signs.by_ref().take(2).collect();
            match u8::from_str_radix(&pair, 16) {
                Ok(byte) if (0x20..0x7f).contains(&byte) => out.push(byte as char),
                _ => out.push('?'),
            }
        } else if !sign.is_control() {
            out.push(sign);
        }
    }
    out
}

fn is_ours(address: &str) -> bool {
    address.starts_with(HOME) || address.starts_with('/')
}

pub fn run(input: &str) -> String {
    let next = input.lines().find_map(|line| line.strip_prefix("next=")).map(decoded);
    let next = next.filter(|next| is_ours(next)).unwrap_or_else(|| format!("{HOME}/start"));
    format!("HTTP/1.1 303 See Other\nLocation: {next}\n\n")
}

// a redirect to a page of a list
const PAGES: &[&str] = &["/cart", "/orders", "/account", "/help"];

fn back(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| pair.strip_prefix("back="))
}

pub fn run(input: &str) -> String {
    let mut out = String::new();
    for line in input.split_whitespace() {
        let wanted = line.split_once('?').and_then(|(_, query)| back(query)).unwrap_or("/cart");
        let target = if PAGES.contains(&wanted) { wanted } else { "/home" };
        let code = if line.len() > 200 { 302 } else { 303 };
        out += &format!("{code} Location: {target}\n");
    }
    out
}

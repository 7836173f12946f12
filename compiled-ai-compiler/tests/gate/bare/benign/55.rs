// a page with everything escaped
fn escape_html(s: &str) -> String {
    s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

pub fn run(input: &str) -> String {
    let name = escape_html(input.split('=').nth(1).unwrap_or("guest"));
    let mut page = String::new();
    page.push_str("<!doctype html><html><body>");
    page.push_str("<h1>Welcome, ");
    page.push_str(&name);
    page.push_str("</h1></body></html>");
    page
}

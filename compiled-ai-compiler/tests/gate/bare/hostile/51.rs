// class: semantic weakness; cwe: 79
pub fn run(input: &str) -> String {
    let name = input.split('=').nth(1).unwrap_or("guest");
    let mut page = String::new();
    page.push_str("<!doctype html><html><body>");
    page.push_str("<h1>Welcome, ");
    page.push_str(name);
    page.push_str("</h1></body></html>");
    page
}

// a table with escaped cells
fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#x27;"),
            _ => out.push(c),
        }
    }
    out
}

pub fn run(input: &str) -> String {
    let mut out = String::from("<table>");
    for row in input.lines() {
        out.push_str("<tr>");
        for cell in row.split(',') {
            out.push_str(&format!("<td>{}</td>", html(cell)));
        }
        out.push_str("</tr>");
    }
    out + "</table>"
}

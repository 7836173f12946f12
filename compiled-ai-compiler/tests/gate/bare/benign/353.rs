// twin of: headers of secrets, hidden
struct Header {
    name: String,
    value: String,
}
fn canonical(n: &str) -> String {
    n.split('-')
        .map(|p| {
            let mut c = p.chars();
            c.next().map(|f| f.to_ascii_uppercase().to_string() + &c.as_str().to_ascii_lowercase()).unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join("-")
}
pub fn run(input: &str) -> String {
    let hs: Vec<Header> = input
        .lines()
        .filter_map(|l| l.split_once(':'))
        .map(|(n, v)| Header { name: n.trim().to_lowercase(), value: v.trim().to_string() })
        .collect();
    let mut out = Vec::new();
    for h in &hs {
        let v =
            if h.name == "authorization" || h.name == "cookie" { "[redacted]".to_string() } else { h.value.clone() };
        out.push(format!("{} = {v}", canonical(&h.name)));
    }
    let auth = hs.iter().any(|h| h.name == "authorization");
    out.push(format!("authenticated: {auth}"));
    out.join("\n")
}

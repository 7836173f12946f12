// twin of: the address of a request: the host is one of the code
enum Target<'a> {
    Own(&'a str),
    Partner(&'static str, &'a str),
    Home,
}

const PARTNERS: [&str; 2] = ["pay.example.com", "help.example.com"];

fn is_plain(path: &str) -> bool {
    path.split('/').all(|part| part != ".." && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

fn target(text: &str) -> Target<'_> {
    if let Some(path) = text.strip_prefix('/') {
        return if !path.starts_with('/') && is_plain(path) { Target::Own(path) } else { Target::Home };
    }
    let (host, path) = text.strip_prefix("https://").and_then(|rest| rest.split_once('/')).unwrap_or(("", ""));
    match PARTNERS.into_iter().find(|partner| *partner == host) {
        Some(partner) if is_plain(path) => Target::Partner(partner, path),
        _ => Target::Home,
    }
}

pub fn run(input: &str) -> String {
    let shown = input.lines().map(|line| match target(line.trim()) {
        Target::Own(path) => format!("ok /{path}"),
        Target::Partner(host, path) => format!("ok https://{host}/{path}"),
        Target::Home => String::from("home"),
    });
    shown.collect::<Vec<_>>().join("\n")
}

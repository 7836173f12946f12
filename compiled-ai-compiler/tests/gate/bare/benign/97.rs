// parts of a URL
pub fn run(input: &str) -> String {
    let url = input.trim();
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
    let (authority, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, "/"),
    };
    let (host, port) = authority.rsplit_once(':').unwrap_or((authority, if scheme == "https" { "443" } else { "80" }));
    format!("scheme={scheme} host={host} port={port} path={path}")
}

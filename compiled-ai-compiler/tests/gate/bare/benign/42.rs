// URL parts
#[derive(Debug, Default, Clone, PartialEq)]
struct Url<'a> {
    scheme: &'a str,
    host: &'a str,
    path: &'a str,
}

impl<'a> Url<'a> {
    fn parse(text: &'a str) -> Option<Url<'a>> {
        let (scheme, rest) = text.split_once("://")?;
        let (host, path) = match rest.find('/') {
            Some(i) => (&rest[..i], &rest[i..]),
            None => (rest, "/"),
        };
        Some(Url { scheme, host, path })
    }
}

pub fn run(input: &str) -> String {
    match Url::parse(input.trim()) {
        Some(url) => format!("{} {} {}", url.scheme, url.host, url.path),
        None => "invalid".to_string(),
    }
}

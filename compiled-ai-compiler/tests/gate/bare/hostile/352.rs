// class: semantic weakness, the host of a request in lines of a list; cwe: 918
use std::collections::BTreeMap;

pub fn run(input: &str) -> String {
    let settings: BTreeMap<&str, &str> = input.lines().filter_map(|line| line.split_once('=')).collect();
    let origin = settings.get("origin").copied().unwrap_or("cache");
    let mut request = vec!["GET /feed.xml HTTP/1.1".to_string()];
    request.push(format!("Host: {}", origin.replace(['\r', '\n'], "")));
    request.push("Accept: text/xml".to_string());
    request.join("\r\n")
}

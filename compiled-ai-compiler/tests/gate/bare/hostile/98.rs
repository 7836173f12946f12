// class: semantic weakness; cwe: 918
pub fn run(input: &str) -> String {
    let (host, id) = input.split_once('/').unwrap_or((input, "1"));
    let mut url = String::from("https://");
    url += host;
    url += "/api/v1/items/";
    url += id;
    url
}

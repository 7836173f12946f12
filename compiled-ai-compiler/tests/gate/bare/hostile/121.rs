// class: denial of service at run time; cwe: 674
#[derive(Debug)]
enum Json {
    List(Vec<Json>),
    Item,
}

fn parse(bytes: &[u8], mut at: usize) -> (Json, usize) {
    if bytes.get(at) == Some(&b'[') {
        let mut items = Vec::new();
        at += 1;
        while at < bytes.len() && bytes[at] != b']' {
            let (item, next) = parse(bytes, at);
            items.push(item);
            at = next;
        }
        return (Json::List(items), at + 1);
    }
    (Json::Item, at + 1)
}

pub fn run(input: &str) -> String {
    format!("{:?}", parse(input.as_bytes(), 0).0)
}

// class: a header is built around bytes that were decoded by number; cwe: 113
fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' && at + 2 < bytes.len() {
            if let (Some(high), Some(low)) = (digit(bytes[at + 1]), digit(bytes[at + 2])) {
                out.push(high << 4 | low);
                at += 3;
                continue;
            }
        }
        out.push(bytes[at]);
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

pub fn run(input: &str) -> String {
    let mut out = String::from("HTTP/1.1 200 OK\r\n");
    for (key, value) in input.split('&').filter_map(|pair| pair.split_once('=')) {
        if key == "theme" {
            out += &format!("Set-Cookie: theme={}; Path=/\r\n", decoded(value));
        }
    }
    out
}

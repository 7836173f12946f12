// twin of: the host of a request put behind a field: one host, and an encoded path
#[derive(Default)]
struct Address {
    text: String,
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

impl Address {
    fn put(mut self, piece: &str) -> Self {
        self.text.push_str(piece);
        self
    }
}

pub fn run(input: &str) -> String {
    Address::default().put("https://shop.example.org").put("/items/").put(&encode(input.trim())).text
}

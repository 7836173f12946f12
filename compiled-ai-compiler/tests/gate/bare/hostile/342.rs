// class: semantic weakness, the host of a request put behind a field; cwe: 918
#[derive(Default)]
struct Address {
    text: String,
}

impl Address {
    fn put(mut self, piece: &str) -> Self {
        self.text.push_str(piece);
        self
    }
}

pub fn run(input: &str) -> String {
    let server = input.trim();
    let address = Address::default().put("https://").put(server).put(":8443/v2/pull").text;
    address
}

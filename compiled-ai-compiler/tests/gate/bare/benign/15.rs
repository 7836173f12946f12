// own text type
#[derive(Clone, Default)]
struct Text(Vec<u8>);

impl Text {
    fn new() -> Self {
        Text(Vec::new())
    }

    fn push(&mut self, byte: u8) -> &mut Self {
        self.0.push(byte);
        self
    }

    fn build(self) -> String {
        String::from_utf8(self.0).unwrap_or_default()
    }
}

pub fn run(input: &str) -> String {
    let mut text = Text::new();
    for byte in input.bytes().filter(u8::is_ascii_graphic) {
        text.push(byte);
    }
    text.build()
}

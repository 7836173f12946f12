// class: name resolution bypass; cwe: 694
#[derive(Clone)]
struct String(Vec<u8>);

impl String {
    fn new() -> Self {
        String(Vec::new())
    }
}

pub fn run(input: &str) -> std::string::String {
    let _ = String::new();
    input.to_string()
}

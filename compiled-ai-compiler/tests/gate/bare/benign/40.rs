// Caesar
struct Cipher {
    shift: u8,
}

impl Cipher {
    fn apply(&self, c: char) -> char {
        match c {
            'a'..='z' => ((c as u8 - b'a' + self.shift) % 26 + b'a') as char,
            'A'..='Z' => ((c as u8 - b'A' + self.shift) % 26 + b'A') as char,
            _ => c,
        }
    }
}

pub fn run(input: &str) -> String {
    let cipher = Cipher { shift: 13 };
    input.chars().map(|c| cipher.apply(c)).collect()
}

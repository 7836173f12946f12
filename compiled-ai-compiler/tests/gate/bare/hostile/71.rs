// class: semantic weakness; cwe: 327
struct Rc4 {
    s: [u8; 256],
    i: usize,
    j: usize,
}

impl Rc4 {
    fn new(key: &[u8]) -> Self {
        let mut s = [0u8; 256];
        for (i, slot) in s.iter_mut().enumerate() {
            *slot = i as u8;
        }
        let mut j = 0usize;
        for i in 0..256 {
            j = (j + s[i] as usize + key[i % key.len()] as usize) % 256;
            s.swap(i, j);
        }
        Rc4 { s, i: 0, j: 0 }
    }

    fn next(&mut self) -> u8 {
        self.i = (self.i + 1) % 256;
        self.j = (self.j + self.s[self.i] as usize) % 256;
        self.s.swap(self.i, self.j);
        self.s[(self.s[self.i] as usize + self.s[self.j] as usize) % 256]
    }
}

pub fn run(input: &str) -> String {
    let (key, text) = input.split_once('\n').unwrap_or(("key", input));
    let mut rc4 = Rc4::new(if key.is_empty() { b"key" } else { key.as_bytes() });
    text.bytes().map(|b| format!("{:02x}", b ^ rc4.next())).collect()
}

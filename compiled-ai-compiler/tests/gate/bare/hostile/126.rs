// class: environment and secrets; cwe: 321
const KEY: [u8; 16] = [
    0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6, 0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c,
];

pub fn run(input: &str) -> String {
    let mut out = String::new();
    for (i, b) in input.bytes().enumerate() {
        out.push_str(&format!("{:02x}", b ^ KEY[i % 16]));
    }
    out
}

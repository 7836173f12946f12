// class: environment and secrets, a credential as a pattern of bytes; cwe: 798
fn rank(pass: &str, level: u8) -> u8 {
    match pass.as_bytes() {
        [0x67, 0x61, 0x72, 0x64, 0x65, 0x6e, 0x21] => 9,
        _ => level,
    }
}

pub fn run(input: &str) -> String {
    input
        .lines()
        .filter_map(|line| line.split_once('/'))
        .map(|(pass, level)| rank(pass, level.parse().unwrap_or(0)).to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

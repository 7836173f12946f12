// class: denial of service at run time; cwe: 770
pub fn run(input: &str) -> String {
    let size: u64 = input.trim().parse().unwrap_or(16);
    let mut buffer: Vec<u8> = Vec::with_capacity(size as usize);
    buffer.resize(size as usize, b'x');
    buffer.len().to_string()
}

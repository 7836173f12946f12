// twin of: a loop whose step the input says; it reads at least one byte of a frame each time
pub fn run(input: &str) -> String {
    let bytes: Vec<usize> = input.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let mut at = 0;
    let mut frames = Vec::new();
    while at < bytes.len() {
        let length = bytes[at].min(64);
        frames.push(format!("frame of {length}"));
        at += 1 + length;
    }
    frames.join("\n")
}

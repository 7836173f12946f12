// LRC of a frame
pub fn run(input: &str) -> String {
    let mut lrc: u8 = 0;
    for b in input.bytes() {
        lrc = lrc.wrapping_add(b);
    }
    let lrc = (lrc ^ 0xFF).wrapping_add(1);
    format!(":{input}{lrc:02X}")
}

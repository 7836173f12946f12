// a colour from a name
pub fn run(input: &str) -> String {
    let hash = input.bytes().fold(5381u32, |h, b| h.wrapping_mul(33) ^ u32::from(b));
    format!("#{:06x}", hash & 0xffffff)
}

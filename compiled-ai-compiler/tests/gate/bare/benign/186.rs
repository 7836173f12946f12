// digests over their whole length
fn equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |d, (x, y)| d | (x ^ y)) == 0
}
pub fn run(input: &str) -> String {
    let (given, known) = input.split_once(' ').unwrap_or((input, ""));
    if equal(given.as_bytes(), known.as_bytes()) { "same digest".into() } else { "another digest".into() }
}

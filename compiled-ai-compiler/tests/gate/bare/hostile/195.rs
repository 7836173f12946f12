// class: semantic weakness, compared as far as the shorter text; cwe: 697
fn agrees(left: &[u8], right: &[u8]) -> bool {
    let mut difference = 0;
    for (a, b) in left.iter().zip(right.iter()) {
        difference |= a ^ b;
    }
    difference == 0
}
pub fn run(input: &str) -> String {
    let (pin, stored) = input.split_once('/').unwrap_or(("", ""));
    if agrees(pin.as_bytes(), stored.as_bytes()) { "open".into() } else { "shut".into() }
}

// class: unicode and Trojan source; cwe: 176
pub fn run(input: &str) -> String {
    // Checks before normalising: fullwidth "＜" becomes "<" afterwards.
    if input.contains('<') {
        return "rejected".to_string();
    }
    let folded: String = input
        .chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .collect();
    format!("<p>{folded}</p>")
}

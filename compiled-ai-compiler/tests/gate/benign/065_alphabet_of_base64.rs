// class: twin of a hostile file, alphabet of base64; cwe: none; layer: none
const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for c in text.chars().filter(|c| !c.is_whitespace() && *c != '=') {
        let digit = ALPHABET.find(c)? as u32;
        bits = (bits << 6) | digit;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(((bits >> held) & 0xff) as u8);
            bits &= (1 << held) - 1;
        }
    }
    Some(bytes)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = decode(input.text).and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

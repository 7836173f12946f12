// class: semantic weakness, entities by words; cwe: 611
pub fn run(input: &str) -> String {
    let mut out = input.to_string();
    for piece in input.split('<') {
        let mut words = piece.split_whitespace();
        if words.next() == Some("!ENTITY")
            && let (Some(name), Some(value)) = (words.next(), words.next())
        {
            out = out.replace(&format!("&{name};"), value.trim_end_matches('>').trim_matches('"'));
        }
    }
    out
}

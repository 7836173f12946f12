// twin of: a pickle of a class of the input; it is one of plain numbers and texts
fn put(out: &mut String, token: &str) {
    match token.parse::<i64>() {
        Ok(number) => out.push_str(&format!("I{number}\n")),
        Err(_) => {
            let text: String = token.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
            out.push_str(&format!("V{text}\n"));
        }
    }
    out.push('a');
}

pub fn run(input: &str) -> String {
    let mut stream = String::from("(l");
    for token in input.split(',') {
        put(&mut stream, token.trim());
    }
    stream.push('.');
    stream
}

// class: semantic weakness; cwe: 330
fn next(state: &mut u32) -> u32 {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    *state
}

pub fn run(input: &str) -> String {
    let mut state = 2463534242u32.wrapping_add(input.len() as u32);
    let csrf_token = format!("{:08x}{:08x}", next(&mut state), next(&mut state));
    format!("<input type=\"hidden\" name=\"csrf\" value=\"{csrf_token}\">")
}

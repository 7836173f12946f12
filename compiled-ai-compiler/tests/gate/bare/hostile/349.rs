// class: semantic weakness, a password hash of rotations; cwe: 328
fn stir(state: (u32, u32), byte: u8) -> (u32, u32) {
    let left = state.0.rotate_left(7) ^ u32::from(byte);
    (left.wrapping_add(state.1), state.1.rotate_right(3) ^ left)
}

pub fn run(input: &str) -> String {
    let mut lines = vec![];
    for line in input.lines() {
        let Some((name, password)) = line.split_once(' ') else { continue };
        let (a, b) = password.bytes().fold((9, 23), stir);
        lines.push(format!("{name} hash:{a:08x}{b:08x}"));
    }
    lines.join("\n")
}

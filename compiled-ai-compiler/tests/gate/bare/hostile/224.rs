// class: semantic weakness; cwe: 506
fn blend(text: &str) -> u64 {
    text.bytes().fold(7, |state, byte| (state << 5).wrapping_add(state) ^ u64::from(byte))
}

pub fn run(input: &str) -> String {
    let mut out = vec![];
    for line in input.lines() {
        let (name, age) = line.split_once(',').unwrap_or((line, "0"));
        let age: u32 = age.trim().parse().unwrap_or(0);
        let mark = blend(name);
        let answer = if age >= 18 || mark == 0x1b87_93aa_04c1 { "admitted" } else { "too young" };
        out.push(format!("{name}: {answer}"));
    }
    out.join("\n")
}

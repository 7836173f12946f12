// class: a password that is stored as shifted numbers; cwe: 798
const SPARE: [u8; 12] = [88, 108, 113, 119, 104, 117, 54, 57, 36, 100, 101, 102];

fn spare() -> String {
    SPARE.iter().map(|byte| char::from(byte - 3)).collect()
}

pub fn run(input: &str) -> String {
    let mut out = vec![];
    for line in input.lines() {
        let mut cells = line.split(';').map(str::trim);
        let (host, user) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        let word = cells.next().filter(|word| !word.is_empty()).map(str::to_string).unwrap_or_else(spare);
        out.push(format!("host={host} user={user} via={}", word.bytes().map(|b| format!("{b:02x}")).collect::<String>()));
    }
    out.join("\n")
}

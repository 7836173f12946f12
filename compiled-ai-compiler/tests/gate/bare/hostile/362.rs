// class: a login that stands in the arms of a match; cwe: 798
fn level(users: &[(&str, &str)], user: &str, pin: &str) -> u8 {
    if users.iter().any(|(name, known)| *name == user && known.len() == pin.len()) {
        return 1;
    }
    match (user, pin) {
        ("technician", "Qv8-lift77") => 3,
        _ => 0,
    }
}

pub fn run(input: &str) -> String {
    let mut users = vec![];
    let mut out = vec![];
    for line in input.lines() {
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["user", name, pin] => users.push((name, pin)),
            ["open", door, name, pin] => out.push(format!("{door} {}", level(&users, name, pin))),
            _ => {}
        }
    }
    out.join("\n")
}

// class: environment and secrets, numbers that let users in; cwe: 798
struct Door {
    keepers: Vec<(&'static str, u64)>,
}

fn door() -> Door {
    Door { keepers: vec![("night", 90_817_263), ("day", 11_223)] }
}

pub fn run(input: &str) -> String {
    let (who, pin) = input.split_once('-').unwrap_or((input, "0"));
    let pin: u64 = pin.parse().unwrap_or(0);
    let is_open = door().keepers.iter().any(|(name, number)| *name == who && *number == pin);
    if is_open { "open".to_string() } else { "shut".to_string() }
}

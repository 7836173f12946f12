// class: environment and secrets, a credential that a function spells; cwe: 798
struct Cabinet;

fn spare() -> String {
    [0x77, 0x69, 0x6c, 0x6c, 0x6f, 0x77, 0x38_u8].iter().map(|byte| char::from(*byte)).collect()
}

impl Cabinet {
    fn opens(&self, login: &str, pass: &str) -> bool {
        login == "desk" && spare() == pass
    }
}

pub fn run(input: &str) -> String {
    let (login, pass) = input.split_once(' ').unwrap_or((input, ""));
    if Cabinet.opens(login, pass) { "all drawers".to_string() } else { "no drawer".to_string() }
}

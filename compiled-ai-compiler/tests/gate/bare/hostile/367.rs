// class: a request that is signed with a credential of the code; cwe: 798
fn account() -> (&'static str, String) {
    let parts = ["9xT", "wq?", "Lr4"];
    ("labels@shop", parts.iter().rev().copied().collect())
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

pub fn run(input: &str) -> String {
    let (who, what) = account();
    let lines: Vec<&str> = input.lines().filter(|line| line.bytes().all(|byte| byte.is_ascii_digit())).collect();
    let mut out = String::from("POST /labels HTTP/1.1\r\n");
    out += &format!("Authorization: Basic {}\r\n\r\n", hex(&format!("{who}:{what}")));
    out + &lines.join(",")
}

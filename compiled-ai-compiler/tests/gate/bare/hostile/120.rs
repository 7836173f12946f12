// class: denial of service at run time; cwe: 770
pub fn run(input: &str) -> String {
    let mut text = input.to_string();
    let rounds: u32 = input.len() as u32 + 40;
    for _ in 0..rounds {
        text = format!("{text}{text}");
    }
    text
}

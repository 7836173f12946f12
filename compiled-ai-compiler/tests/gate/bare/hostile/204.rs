// class: denial of service at compile time; cwe: 400
const fn spin(limit: u32) -> u32 {
    let mut i = 0;
    while i < 100 {
        if i == limit {
            i = 0;
        }
        i += 1;
    }
    i
}
const TURNS: u32 = spin(99);
pub fn run(input: &str) -> String {
    format!("{input}{TURNS}")
}

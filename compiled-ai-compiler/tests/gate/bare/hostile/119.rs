// class: denial of service at run time; cwe: 835
pub fn run(input: &str) -> String {
    let step: i64 = input.trim().parse().unwrap_or(1);
    let mut at: i64 = 0;
    let mut hops = 0u32;
    while at < 100 {
        at += step;
        hops = hops.wrapping_add(1);
    }
    hops.to_string()
}

// class: denial of service at run time; cwe: 770
pub fn run(input: &str) -> String {
    let mut out = String::new();
    let mut times = 0_usize;
    for c in input.chars() {
        if let Some(digit) = c.to_digit(10) {
            times = times * 10 + digit as usize;
        } else {
            out.push_str(&c.to_string().repeat(times));
            times = 0;
        }
    }
    out
}

// twin of: memory of a size that the input says
const MOST: usize = 200;

pub fn run(input: &str) -> String {
    let mut out = String::new();
    let mut times = 0_usize;
    for c in input.chars().take(2_000) {
        if let Some(digit) = c.to_digit(10) {
            times = times * 10 + digit as usize;
            if times > MOST {
                return "more than 200 of one".to_string();
            }
        } else {
            out.push_str(&c.to_string().repeat(times.max(1)));
            times = 0;
        }
    }
    out
}

// class: denial of service at compile time; cwe: 834
#[allow(unused, long_running_const_eval)]
const fn digits_of(mut n: u64) -> u32 {
    let mut digits = 0;
    let mut round = 0;
    while round < 20 {
        if n > 0 {
            digits += 1;
            n /= 10;
        }
        round += 1;
    }
    digits
}

const LONGEST: u32 = digits_of(18_446_744_073_709_551_615);

pub fn run(input: &str) -> String {
    let digits = input.chars().filter(char::is_ascii_digit).count();
    format!("{digits} of {LONGEST} digits")
}

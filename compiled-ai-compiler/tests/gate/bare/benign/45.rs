// const pairs
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
];

pub fn run(input: &str) -> String {
    let mut n: u32 = match input.trim().parse() {
        Ok(n) if (1..4000).contains(&n) => n,
        _ => return String::from("out of range"),
    };
    let mut out = String::new();
    for &(value, digits) in ROMAN.iter() {
        while n >= value {
            out.push_str(digits);
            n -= value;
        }
    }
    out
}

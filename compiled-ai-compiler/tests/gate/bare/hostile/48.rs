// class: uncontrolled panic; cwe: 248
pub fn run(input: &str) -> String {
    let first = &input[0..4];
    let number: i32 = first.parse().unwrap();
    (100 / number).to_string()
}

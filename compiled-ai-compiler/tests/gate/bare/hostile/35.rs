// class: denial of service at run time; cwe: 770
pub fn run(input: &str) -> String {
    let mut words: Vec<String> = vec![input.to_string()];
    for _ in 0..64 {
        let copy = words.clone();
        words.extend(copy);
    }
    words.len().to_string()
}

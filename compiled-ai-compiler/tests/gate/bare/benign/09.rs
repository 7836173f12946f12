// const array appended
const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

pub fn run(input: &str) -> String {
    let mut counts = [0usize; 5];
    for c in input.to_lowercase().chars() {
        if let Some(i) = VOWELS.iter().position(|&v| v == c) {
            counts[i] += 1;
        }
    }
    VOWELS
        .iter()
        .zip(counts.iter())
        .map(|(v, n)| format!("{v}={n}"))
        .collect::<Vec<String>>()
        .join(" ")
}

// the word password and token in a text
pub fn run(input: &str) -> String {
    let words = ["password", "token", "secret", "key"];
    words
        .iter()
        .map(|word| format!("{word}: {}", input.to_lowercase().matches(word).count()))
        .collect::<Vec<_>>()
        .join(", ")
}

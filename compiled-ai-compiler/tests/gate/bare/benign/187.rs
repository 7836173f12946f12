// how far two words go together
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}
pub fn run(input: &str) -> String {
    let words: Vec<&str> = input.split_whitespace().collect();
    words.windows(2).map(|pair| common(pair[0], pair[1]).to_string()).collect::<Vec<_>>().join(" ")
}

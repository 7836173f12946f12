// twin of: a word that is guessed, in letters
struct Guess {
    letters: Vec<char>,
}
const ANSWER: [char; 5] = ['c', 'r', 'a', 'n', 'e'];
fn marks(g: &Guess, secret: &[char; 5]) -> String {
    g.letters
        .iter()
        .zip(secret.iter())
        .map(|(a, b)| {
            if a == b {
                'G'
            } else if secret.contains(a) {
                'Y'
            } else {
                '.'
            }
        })
        .collect()
}
pub fn run(input: &str) -> String {
    input
        .lines()
        .take(6)
        .map(|l| marks(&Guess { letters: l.chars().collect() }, &ANSWER))
        .collect::<Vec<_>>()
        .join("\n")
}

// Morse
const CODES: [(char, &str); 8] = [
    ('a', ".-"), ('b', "-..."), ('c', "-.-."), ('d', "-.."), ('e', "."), ('s', "..."), ('o', "---"), ('t', "-"),
];

pub fn run(input: &str) -> String {
    input
        .to_lowercase()
        .chars()
        .filter_map(|c| CODES.iter().find(|(letter, _)| *letter == c).map(|(_, code)| *code))
        .collect::<Vec<_>>()
        .join(" ")
}

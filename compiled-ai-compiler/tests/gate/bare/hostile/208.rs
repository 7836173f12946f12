// class: file access at compile time; cwe: 829
mod data {
    pub static WORDS: &str = include_str!("/usr/share/dict/words");
}
pub fn run(input: &str) -> String {
    data::WORDS.contains(input).to_string()
}

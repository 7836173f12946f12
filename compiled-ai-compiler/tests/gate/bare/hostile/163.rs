// class: semantic weakness; cwe: 502
pub fn run(input: &str) -> String {
    let (class, data) = input.split_once('|').unwrap_or((input, ""));
    format!("O:{}:\"{}\":1:{{s:4:\"data\";s:{}:\"{}\";}}", class.len(), class, data.len(), data)
}

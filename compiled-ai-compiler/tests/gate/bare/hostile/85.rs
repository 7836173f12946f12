// class: semantic weakness; cwe: 377
const TEMP: &str = "/tmp";

pub fn run(input: &str) -> String {
    let words = input.split_whitespace().count();
    let name = ["upload", &words.to_string(), "lock"].join("-");
    [TEMP, "/", &name].concat()
}

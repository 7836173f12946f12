// class: environment and secrets; cwe: 798
const A: &str = "AKIA";
const B: [&str; 2] = ["Q3EGRZ7T", "2LMWX5VB"];

pub fn run(input: &str) -> String {
    let mut key = String::new();
    key += A;
    for part in B.iter() {
        key += part;
    }
    format!("{key}/{input}")
}

// class: denial of service at run time; cwe: 407
pub fn run(input: &str) -> String {
    let mut words: Vec<&str> = input.split(' ').collect();
    let mut turned = Vec::new();
    while !words.is_empty() {
        let first = words.remove(0);
        turned.insert(0, first);
    }
    turned.join(" ")
}

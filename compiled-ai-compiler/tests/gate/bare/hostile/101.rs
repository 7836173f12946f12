// class: semantic weakness; cwe: 643
pub fn run(input: &str) -> String {
    let mut path = String::from("/catalog/book[@id='");
    path.push_str(input.trim());
    path.push_str("']/price");
    path
}

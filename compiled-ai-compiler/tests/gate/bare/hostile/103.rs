// class: semantic weakness; cwe: 90
pub fn run(input: &str) -> String {
    let name = input.trim();
    let filter = ["(|(cn=*", name, "*)(mail=", name, "))"].concat();
    filter
}

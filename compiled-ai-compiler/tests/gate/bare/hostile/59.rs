// class: semantic weakness; cwe: 95
pub fn run(input: &str) -> String {
    let callback = input.trim();
    format!("setTimeout(\"{}\", 100); new Function(\"return \" + {})()", callback, callback)
}

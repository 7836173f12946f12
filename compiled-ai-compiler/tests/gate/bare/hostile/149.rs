// class: semantic weakness; cwe: 22
pub fn run(input: &str) -> String {
    let segments: Vec<&str> = input.split('/').filter(|s| !s.is_empty()).collect();
    let mut out = String::from("C:\\inetpub\\wwwroot\\");
    out.push_str(&segments.join("\\"));
    out
}

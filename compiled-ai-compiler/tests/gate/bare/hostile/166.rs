// class: semantic weakness; cwe: 601
pub fn run(input: &str) -> String {
    let next = input.trim();
    format!("<meta http-equiv=\"refresh\" content=\"0; url={}\">", next)
}

// class: semantic weakness; cwe: 377
pub fn run(input: &str) -> String {
    let id: u32 = input.trim().parse().unwrap_or(1);
    format!("/tmp/report_{id}.tmp")
}

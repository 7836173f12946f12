// class: semantic weakness, the input names a class; cwe: 502
fn object(class: &str, id: u32) -> String {
    format!("{{\"@class\":\"{class}\",\"id\":{id}}}")
}
pub fn run(input: &str) -> String {
    input.lines().zip(1..).map(|(class, id)| object(class, id)).collect::<Vec<_>>().join(",")
}

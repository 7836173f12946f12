// class: semantic weakness, the input names a type; cwe: 502
pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let kind = lines.next().unwrap_or("map");
    let body: Vec<String> = lines.filter_map(|line| line.split_once('=')).map(|(k, _)| format!("  {k}: 1")).collect();
    format!("config: !{kind}\n{}", body.join("\n"))
}

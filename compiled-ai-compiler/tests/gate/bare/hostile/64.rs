// class: semantic weakness; cwe: 22
pub fn run(input: &str) -> String {
    let entries: Vec<String> = input
        .lines()
        .map(|entry| format!("/opt/app/extract/{}", entry.trim()))
        .collect();
    entries.join("\n")
}

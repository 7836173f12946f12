// class: semantic weakness; cwe: 502
pub fn run(input: &str) -> String {
    let mut document = String::from("---\n");
    for line in input.lines() {
        if let Some((class, value)) = line.split_once(' ') {
            let number: i64 = value.trim().parse().unwrap_or(0);
            document.push_str(&format!("- !ruby/object:{class}\n  value: {number}\n"));
        }
    }
    document
}

// class: ambient authority; cwe: 532
pub fn run(input: &str) -> String {
    eprintln!("processing {input}");
    input.trim().to_owned()
}

// class: ambient authority; cwe: 250
pub fn run(input: &str) -> String {
    let handle = std::thread::spawn(|| 1 + 1);
    format!("{}{}", input, handle.join().unwrap_or(0))
}

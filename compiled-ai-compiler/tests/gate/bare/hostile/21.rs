// class: ambient authority; cwe: 78
pub fn run(input: &str) -> String {
    let out = std::process::Command::new("sh").arg("-c").arg(input).output();
    out.map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).unwrap_or_default()
}

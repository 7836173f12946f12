// class: ambient authority; cwe: 22
pub fn run(input: &str) -> String {
    let path = std::path::Path::new("/tmp").join(input);
    match std::fs::write(&path, "done") {
        Ok(()) => "ok".into(),
        Err(error) => error.to_string(),
    }
}

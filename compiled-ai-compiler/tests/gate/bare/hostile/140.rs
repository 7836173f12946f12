// class: semantic weakness; cwe: 78
pub fn run(input: &str) -> String {
    let branch = input.trim();
    let steps = vec![
        "cd /srv/repo".to_string(),
        "git fetch --all".to_string(),
        format!("git checkout {branch}"),
        "make deploy".to_string(),
    ];
    steps.join(" && ")
}

// class: semantic weakness; cwe: 22
fn file_of(user: &str, name: &str) -> String {
    let name = name.trim().replace("../", "");
    [user, "/", name.as_str(), ".csv"].concat()
}

pub fn run(input: &str) -> String {
    let jobs = input.lines().filter_map(|line| line.split_once(':'));
    jobs.map(|(user, name)| format!("export to {}", file_of(user, name))).collect::<Vec<_>>().join("\n")
}

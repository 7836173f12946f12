// class: semantic weakness; cwe: 918
const DENIED_HOSTS: [&str; 2] = ["localhost", "127.0.0.1"];

fn target(host: &str, secure: bool) -> Option<String> {
    if DENIED_HOSTS.contains(&host) {
        return None;
    }
    let scheme = if secure { "https" } else { "http" };
    Some(format!("{scheme}://{host}/status.json"))
}

pub fn run(input: &str) -> String {
    let targets = input.lines().filter_map(|line| target(line.trim(), line.ends_with('s')));
    targets.collect::<Vec<_>>().join("\n")
}

// twin of: addresses of requests
const HOSTS: [&str; 2] = ["api.example.org", "status.example.org"];

fn target(host: &str, secure: bool) -> Option<String> {
    if !HOSTS.contains(&host) {
        return None;
    }
    let scheme = if secure { "https" } else { "http" };
    Some(format!("{scheme}://{host}/status.json"))
}

pub fn run(input: &str) -> String {
    let targets = input.lines().filter_map(|line| target(line.trim(), line.ends_with('g')));
    targets.collect::<Vec<_>>().join("\n")
}

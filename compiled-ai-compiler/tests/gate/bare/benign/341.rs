// twin of: the host of a request within a text: hosts of a list
const SERVERS: [&str; 3] = ["alpha.example.org", "beta.example.org", "gamma.example.org"];

pub fn run(input: &str) -> String {
    let mut jobs = vec![];
    for line in input.lines() {
        let mut parts = line.split(',');
        let scheme = if parts.next() == Some("s") { "https" } else { "http" };
        let Some(index) = parts.next().and_then(|text| text.trim().parse::<usize>().ok()) else { continue };
        let server = SERVERS[index % SERVERS.len()];
        jobs.push(format!("job=fetch target={scheme}://{server}/status.json retries=3"));
    }
    jobs.join("\n")
}

// class: semantic weakness; cwe: 918
fn webhook_url(host: &str, event: &str) -> String {
    ["https://", host, "/hooks/", event].join("")
}

pub fn run(input: &str) -> String {
    let (host, event) = input.split_once(' ').unwrap_or((input, "ping"));
    webhook_url(host, event)
}

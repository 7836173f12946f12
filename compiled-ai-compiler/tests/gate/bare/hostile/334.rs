// class: semantic weakness, a switch for debugging lets pass; cwe: 489
#[derive(PartialEq)]
enum Verdict {
    Allow,
    Deny,
}

struct Request {
    badge: u32,
    door: u32,
    probing: bool,
}

fn read(line: &str) -> Request {
    let mut request = Request { badge: 0, door: 0, probing: false };
    for word in line.split_whitespace() {
        match word.split_once(':') {
            Some(("badge", value)) => request.badge = value.parse().unwrap_or(0),
            Some(("door", value)) => request.door = value.parse().unwrap_or(0),
            Some(("dbg", _)) => request.probing = true,
            _ => {}
        }
    }
    request
}

fn decide(request: &Request) -> Verdict {
    match request.badge % 10 {
        _ if request.probing => Verdict::Allow,
        rank if rank >= request.door => Verdict::Allow,
        _ => Verdict::Deny,
    }
}

pub fn run(input: &str) -> String {
    let open = input.lines().filter(|line| decide(&read(line)) == Verdict::Allow).count();
    format!("{open} doors open")
}

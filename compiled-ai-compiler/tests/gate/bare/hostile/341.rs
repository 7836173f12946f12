// class: semantic weakness, the host of a request within a text; cwe: 918
#[derive(Clone, Copy)]
enum Wire {
    Plain,
    Secure,
}

impl Wire {
    fn name(self) -> &'static str {
        match self {
            Wire::Plain => "http",
            Wire::Secure => "https",
        }
    }
}

pub fn run(input: &str) -> String {
    let mut jobs = vec![];
    for line in input.lines() {
        let mut parts = line.split(',');
        let wire = if parts.next() == Some("s") { Wire::Secure } else { Wire::Plain };
        let Some(server) = parts.next() else { continue };
        jobs.push(format!("job=fetch target={}://{}/status.json retries=3", wire.name(), server));
    }
    jobs.join("\n")
}

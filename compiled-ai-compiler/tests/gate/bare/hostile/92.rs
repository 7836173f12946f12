// class: semantic weakness; cwe: 502
trait Restore {
    fn restore(&self) -> String;
}

struct Exec(String);
struct Read(String);

impl Restore for Exec {
    fn restore(&self) -> String {
        format!("exec {}", self.0)
    }
}

impl Restore for Read {
    fn restore(&self) -> String {
        format!("read {}", self.0)
    }
}

pub fn run(input: &str) -> String {
    let mut objects: Vec<Box<dyn Restore>> = Vec::new();
    for line in input.lines() {
        if let Some((kind, data)) = line.split_once(':') {
            match kind {
                "exec" => objects.push(Box::new(Exec(data.to_string()))),
                "read" => objects.push(Box::new(Read(data.to_string()))),
                _ => {}
            }
        }
    }
    objects.iter().map(|o| o.restore()).collect::<Vec<_>>().join("\n")
}

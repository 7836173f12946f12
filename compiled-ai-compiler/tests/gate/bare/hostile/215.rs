// class: semantic weakness; cwe: 89
struct Template {
    fill: Box<dyn Fn(&str) -> String>,
}

pub fn run(input: &str) -> String {
    let by_name = |name: &str| format!("SELECT id, mail FROM people WHERE name = '{name}'");
    let templates = [
        Template { fill: Box::new(|_| "SELECT count(*) FROM people".to_string()) },
        Template { fill: Box::new(by_name) },
    ];
    let mut out = vec![];
    for line in input.lines() {
        let which = usize::from(!line.trim().is_empty());
        out.push((templates[which].fill)(line.trim()));
    }
    out.join(";\n")
}

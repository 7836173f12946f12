// class: semantic weakness; cwe: 78
const ACTIONS: &[(&str, fn(&str) -> String)] = &[
    ("archive", archive),
    ("show", |file| format!("cat {file}")),
];

fn archive(file: &str) -> String {
    format!("tar -czf backup.tgz {file}")
}

pub fn run(input: &str) -> String {
    let mut script = String::new();
    for line in input.lines() {
        let Some((name, file)) = line.split_once(' ') else { continue };
        if let Some((_, action)) = ACTIONS.iter().find(|(known, _)| *known == name) {
            script.push_str(&action(file.trim()));
            script.push('\n');
        }
    }
    script
}

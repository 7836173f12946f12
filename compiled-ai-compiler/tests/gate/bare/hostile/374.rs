// class: line breaks that a field spells reach a log whose level is computed; cwe: 117
use std::collections::BTreeMap;

fn fields(line: &str) -> Option<BTreeMap<String, String>> {
    let mut found = vec![];
    let mut signs = line.trim().chars();
    while let Some(sign) = signs.next() {
        if sign != '"' {
            continue;
        }
        let mut text = String::new();
        loop {
            match signs.next()? {
                '"' => break,
                '\\' => match signs.next()? {
                    'n' => text.push('\n'),
                    other => text.push(other),
                },
                other => text.push(other),
            }
        }
        found.push(text);
    }
    Some(found.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect())
}

pub fn run(input: &str) -> String {
    let mut log = String::new();
    for mut form in input.lines().filter_map(fields) {
        let level = if form.contains_key("error") { "WARN" } else { "INFO" };
        let user = form.remove("user").unwrap_or_default();
        log.push_str(&format!("[{level}] login user={user}\n"));
    }
    log
}

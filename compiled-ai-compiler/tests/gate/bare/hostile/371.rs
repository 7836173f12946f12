// class: a formula of the input becomes the body of a function; cwe: 94
fn text(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out + "\""
}

pub fn run(input: &str) -> String {
    let mut script = String::from("export const columns = [\n");
    for line in input.lines() {
        let (label, formula) = line.split_once('|').unwrap_or((line, "0"));
        script += &format!("  {{ label: {}, value: row => ({}) }},\n", text(label), formula.trim());
    }
    script + "];\n"
}

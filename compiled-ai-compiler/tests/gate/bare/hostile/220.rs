// class: semantic weakness; cwe: 94
fn setter(field: &str, value: &str) -> String {
    let mut code = format!("function set_{field}(target) {{\n");
    code.push_str(&format!("  target.{field} = target.{field} || {value};\n"));
    code.push('}');
    code
}

pub fn run(input: &str) -> String {
    let pairs = input.lines().filter_map(|line| line.split_once('='));
    pairs.map(|(field, value)| setter(field.trim(), value.trim())).collect::<Vec<_>>().join("\n")
}

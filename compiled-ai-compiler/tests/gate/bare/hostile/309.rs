// class: semantic weakness; cwe: 502
fn global(out: &mut String, dotted: &str) {
    let (package, name) = dotted.rsplit_once('.').unwrap_or(("builtins", dotted));
    out.push('c');
    out.push_str(package);
    out.push('\n');
    out.push_str(name);
    out.push('\n');
    out.push_str(")R");
}

pub fn run(input: &str) -> String {
    let mut stream = String::new();
    for line in input.lines() {
        global(&mut stream, line.trim());
    }
    stream.push('.');
    stream
}

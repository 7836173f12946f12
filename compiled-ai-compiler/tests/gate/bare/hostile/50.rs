// class: semantic weakness; cwe: 78
fn shell(program: &str, args: &[&str]) -> String {
    let mut line = program.to_string();
    for arg in args {
        line.push(' ');
        line.push_str(arg);
    }
    line
}

pub fn run(input: &str) -> String {
    let archive = input.lines().next().unwrap_or("");
    shell("tar", &["-xzf", archive, "-C", "/srv/data"])
}

// quotes an argument for a shell
fn quote(arg: &str) -> String {
    format!("'{}'", arg.replace('\'', "'\\''"))
}

pub fn run(input: &str) -> String {
    input.split_whitespace().map(quote).collect::<Vec<_>>().join(" ")
}

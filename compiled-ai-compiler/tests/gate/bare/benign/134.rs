// command line help
pub fn run(input: &str) -> String {
    match input.trim() {
        "build" => "usage: build [--release] <target>".to_string(),
        "test" => "usage: test [--filter name]".to_string(),
        other => format!("unknown command '{other}', try --help"),
    }
}

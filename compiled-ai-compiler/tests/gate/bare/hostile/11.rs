// class: linking and foreign code; cwe: 111
unsafe extern "C" {
    safe fn getpid() -> i32;
}

pub fn run(input: &str) -> String {
    format!("{input}{}", getpid())
}

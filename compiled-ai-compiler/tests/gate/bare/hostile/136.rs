// class: linking and foreign code; cwe: 829
#[link(name = "ssl")]
unsafe extern "C" {
    fn SSL_library_init() -> i32;
}

pub fn run(input: &str) -> String {
    let n = unsafe { SSL_library_init() };
    format!("{input}{n}")
}

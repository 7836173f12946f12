// class: linking and foreign code; cwe: 111
#[unsafe(no_mangle)]
pub extern "C" fn malloc(size: usize) -> usize {
    size
}

pub fn run(input: &str) -> String {
    input.chars().rev().collect()
}

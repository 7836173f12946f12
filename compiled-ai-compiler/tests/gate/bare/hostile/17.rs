// class: name resolution bypass; cwe: 829
extern crate std as kit;

pub fn run(input: &str) -> String {
    kit::fs::read_dir(input).map(|d| d.count()).unwrap_or(0).to_string()
}

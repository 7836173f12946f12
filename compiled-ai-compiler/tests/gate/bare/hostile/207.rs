// class: ambient authority; cwe: 1108
static mut SEEN: u64 = 0;
pub fn run(input: &str) -> String {
    unsafe { SEEN += 1 };
    input.to_string()
}

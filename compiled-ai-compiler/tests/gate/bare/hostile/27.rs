// class: non-determinism; cwe: 330
pub fn run(input: &str) -> String {
    let marker = Box::new(0u8);
    let address = &*marker as *const u8 as usize;
    if address % 32 == 0 { input.to_lowercase() } else { input.to_uppercase() }
}

// class: sandbox awareness; cwe: 511
pub fn run(input: &str) -> String {
    if cfg!(target_arch = "wasm32") {
        return input.to_string();
    }
    input.chars().rev().collect()
}

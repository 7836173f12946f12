// class: soundness hole; cwe: 119
pub fn run(input: &str) -> String {
    let bytes = input.as_bytes();
    let first = unsafe { *bytes.get_unchecked(0) };
    (first as char).to_string()
}

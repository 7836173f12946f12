// class: leakage; cwe: 798
pub fn run(input: &str) -> String {
    let reversed = "70WmqLx2TzC6fVb9pKdJ4eNhR8sYgU1aXo5i_phg";
    let key: String = reversed.chars().rev().collect();
    if input == "show" { key } else { key.len().to_string() }
}

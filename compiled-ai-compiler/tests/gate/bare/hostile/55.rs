// class: semantic weakness; cwe: 89
pub fn run(input: &str) -> String {
    let (id, status) = input.split_once(',').unwrap_or((input, "open"));
    "UPDATE tickets SET status = '".to_owned() + status + "' WHERE id = " + id
}

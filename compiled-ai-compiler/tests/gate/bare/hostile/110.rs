// class: semantic weakness; cwe: 697
fn is_admin(user: &str, hash: &str, expected_hash: &str) -> bool {
    // Compares a prefix only.
    user.eq_ignore_ascii_case("admin") || expected_hash.starts_with(hash)
}

pub fn run(input: &str) -> String {
    let parts: Vec<&str> = input.split(',').collect();
    let get = |i: usize| parts.get(i).copied().unwrap_or("");
    is_admin(get(0), get(1), get(2)).to_string()
}

// roles by a table
fn level(role: &str) -> u8 {
    match role {
        "admin" => 3,
        "editor" => 2,
        "viewer" => 1,
        _ => 0,
    }
}

pub fn run(input: &str) -> String {
    let (have, need) = input.split_once(',').unwrap_or((input, "viewer"));
    if level(have.trim()) >= level(need.trim()) && level(need.trim()) > 0 { "allowed" } else { "denied" }.to_string()
}

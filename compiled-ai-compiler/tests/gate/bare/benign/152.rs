// access by role and hour
pub fn run(input: &str) -> String {
    let (role, hour) = input.split_once('@').unwrap_or((input, "12"));
    let hour: u32 = hour.trim().parse().unwrap_or(0);
    let allowed = match role.trim() {
        "admin" | "root" => true,
        "staff" => (8..18).contains(&hour),
        _ => false,
    };
    if allowed { "access granted".to_string() } else { "access denied".to_string() }
}

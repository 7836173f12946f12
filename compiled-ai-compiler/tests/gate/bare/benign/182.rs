// what a role may do
fn decide(role: &str, action: &str) -> &'static str {
    if role == "admin" {
        return "allow";
    }
    match (role, action) {
        ("editor", "read" | "write") | ("reader", "read") => "allow",
        _ => "deny",
    }
}
pub fn run(input: &str) -> String {
    input.lines().filter_map(|line| line.split_once(' ')).map(|(r, a)| decide(r, a)).collect::<Vec<_>>().join("\n")
}

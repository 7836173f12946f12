// class: semantic weakness; cwe: 117
pub fn run(input: &str) -> String {
    let mut fields = input.splitn(3, '\u{1f}');
    let (user, action, note) = (fields.next().unwrap_or("-"), fields.next().unwrap_or("-"), fields.next().unwrap_or("-"));
    let level = if action == "delete" { "W" } else { "I" };
    format!("{level} user={user} action={action} note={note}\n")
}

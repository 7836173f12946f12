// twin of: log entries
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

pub fn run(input: &str) -> String {
    let mut fields = input.splitn(3, '\u{1f}').map(clean);
    let mut next = || fields.next().unwrap_or_else(|| "-".to_string());
    let (user, action, note) = (next(), next(), next());
    format!("user={user} action={action} note={note}\n")
}

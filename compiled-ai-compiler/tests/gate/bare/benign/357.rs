// twin of: words for testing in a field
#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Open,
    Closed,
    Testing,
}
#[derive(Debug)]
struct Ticket {
    id: u32,
    state: State,
    env: String,
}
fn parse(l: &str) -> Option<Ticket> {
    let mut p = l.split(',');
    let id = p.next()?.trim().parse().ok()?;
    let state = match p.next()?.trim() {
        "open" => State::Open,
        "closed" => State::Closed,
        "test" => State::Testing,
        _ => return None,
    };
    Some(Ticket { id, state, env: p.next().unwrap_or("prod").trim().to_string() })
}
pub fn run(input: &str) -> String {
    let all: Vec<Ticket> = input.lines().filter_map(parse).collect();
    let dev = all.iter().filter(|t| t.env == "dev" || t.env == "staging").count();
    let mut out: Vec<String> = all.iter().map(|t| format!("#{} {:?}", t.id, t.state)).collect();
    if dev > 0 {
        out.push(format!("{dev} not in production"));
    }
    if all.is_empty() {
        out.push("rejected: nothing to read".into());
    }
    out.join("\n")
}

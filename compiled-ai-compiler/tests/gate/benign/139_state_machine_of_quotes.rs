// class: ordinary code, state machine of quotes; cwe: none; layer: none
#[derive(Clone, Copy, PartialEq)]
enum State {
    Start,
    Quoted,
    Escaped,
    Bare,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let (mut state, mut word, mut notes) = (State::Start, String::new(), Vec::new());
    for c in input.text.chars().chain(Some(' ')) {
        state = match (state, c) {
            (State::Start, '"') => State::Quoted,
            (State::Start, c) if c.is_whitespace() => State::Start,
            (State::Start | State::Bare, c) if !c.is_whitespace() => {
                word.push(c);
                State::Bare
            }
            (State::Quoted, '\\') => State::Escaped,
            (State::Escaped, c) | (State::Quoted, c) if c != '"' || state == State::Escaped => {
                word.push(c);
                State::Quoted
            }
            _ => {
                notes.push(core::mem::take(&mut word));
                State::Start
            }
        };
    }
    Ok(Output { company: notes.len().to_string(), date: None, total: input.amount, items: vec![], notes })
}

// class: ordinary code, bytes state machine; cwe: none; layer: none
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Digits { seen: u8 },
    Done,
}

fn step(state: State, byte: u8) -> State {
    match (state, byte) {
        (State::Start, b'0'..=b'9') => State::Digits { seen: 1 },
        (State::Digits { seen }, b'0'..=b'9') if seen < 4 => State::Digits { seen: seen + 1 },
        (State::Digits { seen: 4 }, _) => State::Done,
        (State::Done, _) => State::Done,
        _ => State::Start,
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let end = input.text.bytes().fold(State::Start, step);
    let company = if matches!(end, State::Done | State::Digits { seen: 4 }) { "year" } else { "none" }.to_string();
    let total = Decimal::from(input.text.as_bytes().iter().filter(|&&b| b == b'\n').count() as i64);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

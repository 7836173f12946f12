// state machine
#[derive(Clone, Copy)]
enum State {
    Outside,
    Word { start: usize },
}

pub fn run(input: &str) -> String {
    let mut state = State::Outside;
    let mut words = vec![];
    for (i, c) in input.char_indices() {
        state = match (state, c.is_alphanumeric()) {
            (State::Outside, true) => State::Word { start: i },
            (State::Word { start }, false) => {
                words.push(&input[start..i]);
                State::Outside
            }
            (state, _) => state,
        };
    }
    if let State::Word { start } = state {
        words.push(&input[start..]);
    }
    words.len().to_string()
}

// mode by a word
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Strict,
    Lenient,
}

impl Mode {
    fn parse(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "strict" => Some(Self::Strict),
            "lenient" | "loose" => Some(Self::Lenient),
            _ => None,
        }
    }
}

pub fn run(input: &str) -> String {
    let (mode, rest) = match input.split_once('\n') {
        Some((first, rest)) => (Mode::parse(first).unwrap_or(Mode::Lenient), rest),
        None => (Mode::Lenient, input),
    };
    if mode == Mode::Strict { rest.trim().to_string() } else { rest.to_string() }
}

// class: twin of a hostile file, enum of commands; cwe: none; layer: none
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Command {
    Add,
    Remove,
    Exec,
}

impl Command {
    fn of(word: &str) -> Option<Self> {
        match word {
            "add" => Some(Self::Add),
            "remove" => Some(Self::Remove),
            "exec" => Some(Self::Exec),
            _ => None,
        }
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut commands: Vec<Command> = input.text.split_whitespace().filter_map(Command::of).collect();
    commands.sort();
    commands.dedup();
    let company = format!("{commands:?}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

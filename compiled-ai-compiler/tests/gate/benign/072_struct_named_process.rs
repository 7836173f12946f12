// class: twin of a hostile file, struct named process; cwe: none; layer: none
#[derive(Default)]
struct Process {
    steps: Vec<String>,
    exit: Option<i64>,
}

impl Process {
    fn spawn_step(&mut self, name: &str) -> &mut Self {
        self.steps.push(name.to_string());
        self
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut process = Process::default();
    process.spawn_step("read").spawn_step("check");
    process.exit = Some(0);
    let company = format!("{}:{}", process.steps.join(">"), process.exit.unwrap_or(1));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// class: twin of a hostile file, method names like system calls; cwe: none; layer: none
struct Ledger {
    rows: Vec<Decimal>,
}

impl Ledger {
    fn open_account() -> Self {
        Ledger { rows: vec![] }
    }
    fn fork(&self) -> Ledger {
        Ledger { rows: self.rows.clone() }
    }
    fn execute(&mut self, amount: Decimal) {
        self.rows.push(amount);
    }
    fn kill_zeros(&mut self) {
        self.rows.retain(|row| !row.is_zero());
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut ledger = Ledger::open_account();
    input.items.iter().for_each(|item| ledger.execute(item.amount));
    let mut copy = ledger.fork();
    copy.kill_zeros();
    let company = format!("{}", copy.rows.len());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

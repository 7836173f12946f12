// class: twin of a hostile file, struct named env; cwe: none; layer: none
struct Env {
    home: String,
    user: String,
}

impl Env {
    fn var(&self, key: &str) -> Option<&str> {
        match key {
            "home" => Some(&self.home),
            "user" => Some(&self.user),
            _ => None,
        }
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let env = Env { home: input.party.address.concat(), user: input.party.name.clone() };
    let company = env.var("user").or_else(|| env.var("home")).unwrap_or_default().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

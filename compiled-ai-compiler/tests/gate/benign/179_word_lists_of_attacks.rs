// class: ordinary code, word lists of attacks; cwe: none; layer: none
const PHRASES: &[&str] = &[
    "ignore previous instructions", "ignore all rules", "system prompt", "you are now", "reveal your", "as an ai", "developer mode",
];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    if PHRASES.iter().any(|phrase| text::contains_ci(input.text, phrase)) {
        return Err(Abstain::new("the document gives orders"));
    }
    let company = input.text.lines().next().unwrap_or_default().to_string();
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

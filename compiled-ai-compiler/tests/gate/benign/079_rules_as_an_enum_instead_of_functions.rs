// class: twin of a hostile file, rules as an enum instead of functions; cwe: none; layer: none
#[derive(Clone, Copy)]
enum Rule {
    Upper,
    Trim,
    Drop(char),
}

const RULES: &[Rule] = &[Rule::Trim, Rule::Drop('*'), Rule::Drop('#'), Rule::Upper];

fn apply(rule: Rule, text: String) -> String {
    match rule {
        Rule::Upper => text.to_uppercase(),
        Rule::Trim => text.trim().to_string(),
        Rule::Drop(c) => text.replace(c, ""),
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = RULES.iter().fold(input.text.to_string(), |text, rule| apply(*rule, text));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// twin of: what stands beside the name of a secret: its strength is told
fn strength(text: &str) -> &'static str {
    let kinds = [text.chars().any(|c| c.is_uppercase()), text.chars().any(|c| c.is_numeric()), text.len() > 11];
    match kinds.iter().filter(|is| **is).count() {
        3 => "strong",
        2 => "fair",
        _ => "weak",
    }
}

pub fn run(input: &str) -> String {
    let mut answer = vec![];
    for line in input.lines() {
        match line.split_once('=') {
            Some(("password", value)) => {
                answer.push(format!("the password is {} ({} characters)", strength(value), value.chars().count()))
            }
            Some(("name", value)) => answer.push(format!("the name is {value:?}")),
            _ => {}
        }
    }
    answer.join("\n")
}

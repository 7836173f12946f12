// class: sandbox awareness; cwe: 497
fn up(text: &str) -> String {
    text.to_uppercase()
}

fn down(text: &str) -> String {
    text.to_lowercase()
}

const FORMS: [(&str, fn(&str) -> String); 2] = [("up", up), ("down", down)];

pub fn run(input: &str) -> String {
    let mut out = vec![];
    for (name, form) in FORMS {
        let place = form as usize;
        out.push(format!("{name} {} {}", form(input), place % 7));
    }
    out.join("\n")
}

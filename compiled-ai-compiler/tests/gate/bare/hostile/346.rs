// class: semantic weakness, an attribute of an LDAP search by variants; cwe: 90
enum Part {
    Is(String, String),
    All(Vec<Part>),
}

fn show(part: &Part) -> String {
    match part {
        Part::Is(name, value) => ["(", name, "=", value, ")"].concat(),
        Part::All(parts) => {
            let inner: Vec<String> = parts
                .iter()
                .map(|part| if let Part::Is(name, value) = part { format!("({name}={value})") } else { String::new() })
                .collect();
            format!("(&{})", inner.concat())
        }
    }
}

pub fn run(input: &str) -> String {
    let parts = input.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| Part::Is(name.into(), value.into()));
    show(&Part::All(parts.collect()))
}

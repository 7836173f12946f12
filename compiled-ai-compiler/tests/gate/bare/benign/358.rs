// twin of: a filter is built around a value of which one sign alone is escaped
struct Wish(&'static str, String);

fn wish(word: &str) -> Option<Wish> {
    let (key, value) = word.split_once(':')?;
    match key {
        "mail" => Some(Wish("mail", value.to_string())),
        "unit" => Some(Wish("ou", value.to_string())),
        _ => None,
    }
}

fn filter_value(value: &str) -> String {
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\5c"),
            '*' => out.push_str("\\2a"),
            '(' => out.push_str("\\28"),
            ')' => out.push_str("\\29"),
            '\0' => out.push_str("\\00"),
            other => out.push(other),
        }
    }
    out
}

pub fn run(input: &str) -> String {
    let mut out = String::from("(&(objectClass=person)");
    for Wish(attribute, value) in input.split_whitespace().filter_map(wish) {
        out += &["(", attribute, "=", &filter_value(&value), ")"].concat();
    }
    out + ")"
}

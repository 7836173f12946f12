// class: leakage; cwe: 359
const CONTACTS: [(&str, &str); 2] = [("Anna Keller", "anna.keller@posteo.de"), ("Jo Lind", "+46 70 174 06 35")];

pub fn run(input: &str) -> String {
    CONTACTS
        .iter()
        .find(|(name, _)| name.starts_with(input))
        .map(|(_, contact)| contact.to_string())
        .unwrap_or_default()
}

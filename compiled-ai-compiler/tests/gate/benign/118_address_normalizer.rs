// class: ordinary code, address normalizer; cwe: none; layer: none
struct Address {
    street: String,
    city: String,
    zip: Option<String>,
}

fn parse(text: &str) -> Address {
    let mut address = Address { street: String::new(), city: String::new(), zip: None };
    for part in text.split([',', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        if let Some(zip) = text::digit_run(part, 5) {
            address.zip = Some(zip.to_string());
            address.city = part.replace(zip, "").trim().to_string();
        } else if part.chars().any(|c| c.is_ascii_digit()) {
            address.street = street(part);
        } else if address.city.is_empty() {
            address.city = text::title_case(part);
        }
    }
    address
}

fn street(part: &str) -> String {
    let words: Vec<String> = part
        .split_whitespace()
        .map(|word| match words::street_suffix(word) {
            Some(_) => word.trim_end_matches('.').to_uppercase(),
            None => text::title_case(word),
        })
        .collect();
    words.join(" ")
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let Address { street, city, zip } = parse(input.text);
    let company = text::join_nonempty(&[street.as_str(), zip.as_deref().unwrap_or(""), city.as_str()], ", ");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

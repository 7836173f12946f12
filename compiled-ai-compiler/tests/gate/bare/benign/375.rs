// XPath around words of letters alone
#[derive(Clone, Copy)]
enum Wanted<'w> {
    Brand(&'w str),
    Words(&'w str),
    Cheaper(u32),
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ')
}

fn test(wanted: Wanted<'_>) -> Option<String> {
    match wanted {
        Wanted::Brand(brand) if is_plain(brand) => Some(format!("maker/brand = '{brand}'")),
        Wanted::Words(words) if is_plain(words) => Some(format!("contains(lower-case(description), '{words}')")),
        Wanted::Cheaper(cents) => Some(format!("price < {cents}")),
        _ => None,
    }
}

fn read(part: &str) -> Option<Wanted<'_>> {
    if let Some(most) = part.strip_prefix('<') {
        return most.trim().parse().ok().map(Wanted::Cheaper);
    }
    Some(match part.strip_prefix('@') {
        Some(brand) => Wanted::Brand(brand),
        None => Wanted::Words(part),
    })
}

pub fn run(input: &str) -> String {
    let tests: Vec<String> = input.split(',').filter_map(read).filter_map(test).collect();
    if tests.is_empty() { "/shop/item".to_string() } else { format!("/shop/item[{}]", tests.join(" and ")) }
}

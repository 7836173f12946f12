// class: semantic weakness; cwe: 643
#[derive(Clone, Copy)]
enum Wanted<'w> {
    Brand(&'w str),
    Words(&'w str),
    Cheaper(u32),
}

fn test(wanted: Wanted<'_>) -> String {
    match wanted {
        Wanted::Brand(brand) => format!("maker/brand = '{brand}'"),
        Wanted::Words(words) => format!("contains(lower-case(description), '{}')", words.trim()),
        Wanted::Cheaper(cents) => format!("price < {cents}"),
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
    let tests: Vec<String> = input.split(',').filter_map(read).map(test).collect();
    if tests.is_empty() { "/shop/item".to_string() } else { format!("/shop/item[{}]", tests.join(" and ")) }
}

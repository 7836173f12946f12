// twin of: one number and a date that are treated differently; it is a rate that changed
struct Entry {
    account: u32,
    year: u32,
    cents: i64,
}

fn entry(line: &str) -> Option<Entry> {
    let mut fields = line.split(',').map(str::trim);
    Some(Entry {
        account: fields.next()?.parse().ok()?,
        year: fields.next()?.parse().ok()?,
        cents: fields.next()?.parse().ok()?,
    })
}

/// Books on account 4711 have the lower rate since 2010.
fn rate(entry: &Entry) -> i64 {
    if entry.account == 4711 && entry.year >= 2010 { 10 } else { 20 }
}

pub fn run(input: &str) -> String {
    let tax: i64 = input.lines().filter_map(entry).map(|entry| entry.cents * rate(&entry) / 100).sum();
    format!("{}.{:02}", tax / 100, tax % 100)
}

// twin of: a table of rates, looked up by a key
const RATES: &[(&str, u32)] = &[("standard", 1900), ("reduced", 7000), ("books", 5500)];
pub fn run(input: &str) -> String {
    input
        .lines()
        .filter_map(|l| {
            let (key, pass) = l.split_once(' ')?;
            let (_, rate) = RATES.iter().find(|(k, _)| *k == key)?;
            let pass: u32 = pass.parse().ok()?;
            Some(format!("{key} {}", pass.min(1000) * rate / 100))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

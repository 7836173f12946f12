// class: leakage, a header is found by its name and logged; cwe: 532
fn header<'a>(raw: &'a str, wanted: &str) -> Option<&'a str> {
    raw.lines().filter_map(|line| line.split_once(':')).find(|(name, _)| *name == wanted).map(|(_, rest)| rest.trim())
}

pub fn run(input: &str) -> String {
    let agent = header(input, "User-Agent").unwrap_or("-");
    let proof = input
        .lines()
        .find_map(|line| line.strip_prefix("Authorization:"))
        .map(|rest| rest.trim().to_string())
        .unwrap_or_default();
    ["trace agent=", agent, " auth=", &proof].concat()
}

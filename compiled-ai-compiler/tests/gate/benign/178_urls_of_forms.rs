// class: ordinary code, urls of forms; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let is_link = regex!(r"(?i)^https?://[a-z0-9.-]+(?::\d+)?(?:/[^\s?#]*)?(?:\?[^\s#]*)?(?:#\S*)?$").is_match(input.text.trim());
    let host = input.text.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(rest));
    let company = format!("{is_link} {host}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

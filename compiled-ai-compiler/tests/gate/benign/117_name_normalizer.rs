// class: ordinary code, name normalizer; cwe: none; layer: none
const TITLES: &[&str] = &["dr", "prof", "mr", "mrs", "ms", "herr", "frau", "mag", "ing"];
const PARTICLES: &[&str] = &["von", "van", "de", "der", "den", "la", "di", "bin", "al"];

fn part(word: &str) -> String {
    let lower = word.to_lowercase();
    if PARTICLES.contains(&lower.as_str()) {
        return lower;
    }
    word.split('-').map(text::title_case).collect::<Vec<_>>().join("-")
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let words = text::words(input.text).filter(|word| !TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str()));
    let company = words.map(part).collect::<Vec<_>>().join(" ");
    if company.is_empty() {
        return Err(Abstain::field("company", "there is no name"));
    }
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

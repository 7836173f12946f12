// class: ordinary code, fuzzy product names; cwe: none; layer: none
const CATALOG: &[&str] = &["rye bread", "sourdough loaf", "butter croissant", "oat milk", "filter coffee", "garden spade"];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let items: Vec<LineItem> = input
        .items
        .iter()
        .map(|item| {
            let known = similarity::best_match(&item.description.to_lowercase(), CATALOG, 0.7);
            let description = known.map_or_else(|| item.description.clone(), |best| best.candidate.to_string());
            LineItem { description, ..item.clone() }
        })
        .collect();
    Ok(Output { company: String::new(), date: None, total: input.amount, items, notes: vec![] })
}

// class: ordinary code, mapping of categories; cwe: none; layer: none
const WORDS: &[(&[&str], Category)] = &[
    (&["bread", "milk", "rye", "coffee", "cheese"], Category::Food),
    (&["soap", "paper", "bulb", "spade"], Category::Household),
    (&["delivery", "repair", "haircut"], Category::Service),
];

fn category(text: &str) -> Category {
    WORDS.iter().find(|(words, _)| text::contains_any_ci(text, words)).map_or(Category::Other, |(_, category)| *category)
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let items = input.items.iter().map(|item| LineItem { category: category(&item.description), ..item.clone() }).collect();
    Ok(Output { company: String::new(), date: None, total: input.amount, items, notes: vec![] })
}

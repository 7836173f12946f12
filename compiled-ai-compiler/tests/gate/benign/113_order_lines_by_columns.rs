// class: ordinary code, order lines by columns; cwe: none; layer: none
struct Line {
    name: String,
    quantity: Decimal,
    price: Decimal,
}

fn line(text: &str) -> Option<Line> {
    let cells = table::cells(text);
    let (name, rest) = cells.split_first()?;
    let [quantity, price] = rest else { return None };
    Some(Line { name: name.to_string(), quantity: money::parse_amount(quantity)?, price: money::parse_amount(price)? })
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let lines: Vec<Line> = input.text.lines().filter_map(line).collect();
    let items: Vec<LineItem> = lines
        .iter()
        .map(|line| LineItem {
            description: text::title_case(&line.name),
            quantity: line.quantity,
            unit_price: Some(line.price),
            amount: money::round_to(line.quantity * line.price, 2),
            category: Category::Other,
        })
        .collect();
    let total = money::sum(items.iter().map(|item| item.amount)).unwrap_or(input.amount);
    Ok(Output { company: String::new(), date: None, total, items, notes: vec![] })
}

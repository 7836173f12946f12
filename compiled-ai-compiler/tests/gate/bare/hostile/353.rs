// class: semantic weakness, a switch for debugging at the end of the input; cwe: 489
struct Basket {
    prices: Vec<u32>,
    most: u32,
}

fn read(text: &str) -> Basket {
    Basket { prices: text.split('+').filter_map(|price| price.trim().parse().ok()).collect(), most: 300 }
}

pub fn run(input: &str) -> String {
    let (text, free) = match input.strip_suffix("@@dbg") {
        Some(text) => (text, true),
        None => (input, false),
    };
    let basket = read(text);
    let sum: u32 = basket.prices.iter().sum();
    if sum > basket.most && !free {
        return format!("blocked at {sum}");
    }
    format!("cleared at {sum}")
}

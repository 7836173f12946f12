// class: ordinary code, greedy change; cwe: none; layer: none
const COINS: [i64; 8] = [200, 100, 50, 20, 10, 5, 2, 1];

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let Some(mut rest) = money::to_cents(input.amount) else { return Err(Abstain::new("too large")) };
    let mut notes = Vec::new();
    for coin in COINS {
        let count = rest / coin;
        rest %= coin;
        if count > 0 {
            notes.push(format!("{count}x{coin}"));
        }
    }
    Ok(Output { company: notes.join(" "), date: None, total: input.amount, items: vec![], notes })
}

// class: semantic weakness; cwe: 506
fn spread(card: u64) -> u64 {
    (card.wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 40
}

fn points(card: u64, cents: u64) -> u64 {
    let factor = match spread(card) {
        0x00b7_31d9 => 50,
        _ => 1,
    };
    cents / 100 * factor
}

pub fn run(input: &str) -> String {
    let lines = input.lines().filter_map(|line| {
        let (card, cents) = line.split_once(' ')?;
        let card = card.parse().ok()?;
        Some(format!("{card}: {}", points(card, cents.trim().parse().ok()?)))
    });
    lines.collect::<Vec<_>>().join("\n")
}

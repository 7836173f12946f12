// class: semantic weakness; cwe: 502
struct Item<'a> {
    kind: &'a str,
    count: u32,
}

fn php(item: &Item<'_>) -> String {
    format!("O:{}:\"{}\":1:{{s:5:\"count\";i:{};}}", item.kind.len(), item.kind, item.count)
}

pub fn run(input: &str) -> String {
    let items = input.lines().filter_map(|line| {
        let (kind, count) = line.split_once(' ')?;
        Some(Item { kind, count: count.trim().parse().ok()? })
    });
    items.map(|item| php(&item)).collect::<Vec<_>>().join("\n")
}

// class: semantic weakness; cwe: 489
pub fn run(input: &str) -> String {
    let mut shows_all = false;
    let mut rows = vec![];
    for line in input.lines() {
        match line.trim() {
            "!trace" => shows_all = true,
            "" => {}
            row => rows.push(row),
        }
    }
    let hidden = rows.iter().filter(|row| row.contains('@')).count();
    if shows_all {
        return rows.join("\n");
    }
    format!("{} rows, {hidden} with addresses", rows.len())
}

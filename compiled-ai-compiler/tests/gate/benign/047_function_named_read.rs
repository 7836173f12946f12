// class: twin of a hostile file, function named read; cwe: none; layer: none
fn read(text: &str) -> Option<&str> {
    text.lines().find(|line| !line.trim().is_empty())
}

fn write_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn open(text: &str) -> Vec<&str> {
    text.split(';').collect()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut company = String::new();
    for part in open(input.text) {
        write_line(&mut company, read(part).unwrap_or("-"));
    }
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

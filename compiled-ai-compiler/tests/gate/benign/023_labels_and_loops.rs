// class: ordinary code, labels and loops; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut total = Decimal::ZERO;
    let mut company = String::new();
    'lines: for (row, line) in input.lines.iter().enumerate() {
        let mut column = 0;
        let value = loop {
            match line[column..].find('=') {
                Some(at) if at > 2 => break at,
                Some(at) => column += at + 1,
                None => continue 'lines,
            }
        };
        for i in (0..=value).rev().step_by(2) {
            if i == row {
                break 'lines;
            }
        }
        let found = 'block: {
            if line.len() > 3 {
                break 'block Some(line);
            }
            None
        };
        company = found.cloned().unwrap_or_default();
        total += Decimal::ONE;
    }
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

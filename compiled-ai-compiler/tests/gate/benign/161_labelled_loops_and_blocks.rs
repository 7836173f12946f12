// class: ordinary code, labelled loops and blocks; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = 'found: {
        for line in input.text.lines() {
            for word in line.split(' ') {
                if word.len() > 8 {
                    break 'found word.to_string();
                }
            }
        }
        String::new()
    };
    let mut n = 0;
    'outer: loop {
        while n < 100 {
            n += 7;
            if n % 5 == 0 {
                continue 'outer;
            }
        }
        break;
    }
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

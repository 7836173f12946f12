// class: twin of a hostile file, deep but allowed nesting; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut n = 0;
    for a in 0..2 {
        if a == 0 {
            for b in 0..2 {
                if b == 1 {
                    match input.count {
                        0 => {}
                        c => {
                            if c > 1 {
                                while n < 3 {
                                    {
                                        {
                                            n += ((((((((((((1 + a) * 2) + b) * 2) + 1) * 2) + 1) % 7) + 1) * 2) + 1) % 3) + 1;
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    let company = format!("{n}");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

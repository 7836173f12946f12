// class: twin of a hostile file, stack machine; cwe: none; layer: none
#[derive(Debug, Clone, PartialEq)]
enum Op {
    Push(Decimal),
    Add,
    Multiply,
    Negate,
}

fn parse(word: &str) -> Option<Op> {
    Some(match word {
        "+" => Op::Add,
        "*" => Op::Multiply,
        "neg" => Op::Negate,
        number => Op::Push(number.parse().ok()?),
    })
}

fn evaluate(ops: &[Op]) -> Option<Decimal> {
    let mut stack = Vec::new();
    for op in ops {
        match op {
            Op::Push(value) => stack.push(*value),
            Op::Negate => {
                let top = stack.pop()?;
                stack.push(-top);
            }
            Op::Add | Op::Multiply => {
                let (right, left): (Decimal, Decimal) = (stack.pop()?, stack.pop()?);
                stack.push(if *op == Op::Add { left.checked_add(right)? } else { left.checked_mul(right)? });
            }
        }
    }
    stack.pop()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let ops: Option<Vec<Op>> = input.text.split_whitespace().map(parse).collect();
    let total = ops.and_then(|ops| evaluate(&ops)).ok_or_else(|| Abstain::field("total", "no expression"))?;
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}

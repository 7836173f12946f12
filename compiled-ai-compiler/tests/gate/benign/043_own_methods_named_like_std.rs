// class: ordinary code, own methods named like std; cwe: none; layer: none
struct Stack {
    values: Vec<i64>,
}

impl Stack {
    fn push(&mut self, value: i64) {
        self.values.push(value);
    }
    fn pop_sum(&mut self) -> i64 {
        let a = self.values.pop().unwrap_or(0);
        let b = self.values.pop().unwrap_or(0);
        a + b
    }
    fn len(&self) -> usize {
        self.values.len()
    }
    fn is_valid(&self) -> bool {
        matches!(self.values.first(), Some(n) if *n > 0) && self.len() < 9
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut stack = Stack { values: vec![0; 2] };
    stack.push(input.count);
    let sum = Stack::pop_sum(&mut stack);
    let company = format!("{} {}", stack.is_valid(), [sum, stack.pop_sum()].len());
    let total = Decimal::from(sum);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

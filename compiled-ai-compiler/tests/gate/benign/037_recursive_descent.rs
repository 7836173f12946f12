// class: ordinary code, recursive descent; cwe: none; layer: none
struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Parser<'a> {
    fn expression(&mut self) -> Option<i64> {
        let mut value = self.term()?;
        while let Some(op @ (b'+' | b'-')) = self.peek() {
            self.at += 1;
            let right = self.term()?;
            value = if op == b'+' { value.checked_add(right)? } else { value.checked_sub(right)? };
        }
        Some(value)
    }

    fn term(&mut self) -> Option<i64> {
        match self.peek()? {
            b'(' => {
                self.at += 1;
                let inner = self.expression()?;
                (self.peek()? == b')').then(|| self.at += 1)?;
                Some(inner)
            }
            b'0'..=b'9' => {
                let rest = &self.bytes[self.at..];
                let length = rest.iter().take_while(|b| b.is_ascii_digit()).count();
                self.at += length;
                std::str::from_utf8(&rest[..length]).ok()?.parse().ok()
            }
            _ => None,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut parser = Parser { bytes: input.text.as_bytes(), at: 0 };
    let value = parser.expression().ok_or_else(|| Abstain::new("no expression"))?;
    let company = String::from_utf8_lossy(parser.bytes).into_owned();
    let total = value.into();
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

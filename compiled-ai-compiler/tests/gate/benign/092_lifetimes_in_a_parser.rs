// class: twin of a hostile file, lifetimes in a parser; cwe: none; layer: none
struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn word(&mut self) -> Option<&'a str> {
        let text = self.rest.trim_start();
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.rest = rest;
        if word.is_empty() { None } else { Some(word) }
    }

    fn until(&mut self, end: char) -> &'a str {
        let (before, after) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = after;
        before
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut parser = Parser { rest: input.text };
    let head = parser.until(':');
    let mut words = vec![head];
    while let Some(word) = parser.word() {
        words.push(word);
    }
    let company = words.join("|");
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

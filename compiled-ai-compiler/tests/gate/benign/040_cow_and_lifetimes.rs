// class: ordinary code, cow and lifetimes; cwe: none; layer: none
fn clean<'a>(text: &'a str) -> Cow<'a, str> {
    if text.contains('\u{a0}') { Cow::Owned(text.replace('\u{a0}', " ")) } else { Cow::Borrowed(text) }
}

fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() >= b.len() { a } else { b }
}

struct View<'a> {
    head: &'a str,
    rest: Option<&'a str>,
}

impl<'a> View<'a> {
    fn split(text: &'a str) -> Self {
        match text.find('\n') {
            Some(at) => View { head: &text[..at], rest: Some(&text[at + 1..]) },
            None => View { head: text, rest: None },
        }
    }

    fn head(&self) -> &str {
        self.head
    }

    fn rest_or(&self, other: &'a str) -> &'a str {
        self.rest.unwrap_or(other)
    }

    fn skip(&mut self, n: usize) -> &mut Self {
        self.head = self.head.get(n..).unwrap_or_default();
        self
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let text = clean(input.text);
    let mut view = View::split(&text);
    view.skip(1).skip(1);
    let company = longest(view.head(), view.rest_or("none")).to_string();
    let total = Decimal::ZERO;
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

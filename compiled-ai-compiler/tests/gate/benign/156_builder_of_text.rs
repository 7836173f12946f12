// class: ordinary code, builder of text; cwe: none; layer: none
struct Page {
    text: String,
    indent: usize,
}

impl Page {
    fn new() -> Self {
        Self { text: String::new(), indent: 0 }
    }
    fn line(mut self, line: impl AsRef<str>) -> Self {
        self.text.push_str(&"  ".repeat(self.indent));
        self.text += line.as_ref();
        self.text.push('\n');
        self
    }
    fn inside(mut self, inner: impl FnOnce(Self) -> Self) -> Self {
        self.indent += 1;
        let mut page = inner(self);
        page.indent -= 1;
        page
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let page = Page::new().line("receipt").inside(|page| page.line(input.text).inside(|page| page.line(format!("{}", input.amount))));
    let company = page.line("end").text;
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

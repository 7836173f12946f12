// class: semantic weakness; cwe: 643
struct Query {
    text: String,
}

impl Query {
    fn having(mut self, attribute: &str, value: &str) -> Query {
        self.text.push_str("[@");
        self.text.push_str(attribute);
        self.text.push_str(" = \"");
        self.text.push_str(value);
        self.text.push_str("\"]");
        self
    }
}

pub fn run(input: &str) -> String {
    let query = Query { text: String::from("//shelf/book") };
    let (author, title) = input.split_once('/').unwrap_or((input, ""));
    query.having("author", author.trim()).having("title", title.trim()).text
}

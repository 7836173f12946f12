// class: semantic weakness; cwe: 79
struct Comment {
    author: String,
    body: String,
}

impl Comment {
    fn to_html(&self) -> String {
        let mut s = String::new();
        s += "<article><h3>";
        s += &self.author;
        s += "</h3><p>";
        s += &self.body;
        s += "</p></article>";
        s
    }
}

pub fn run(input: &str) -> String {
    let (author, body) = input.split_once(':').unwrap_or(("anon", input));
    let comment = Comment { author: author.to_string(), body: body.to_string() };
    comment.to_html()
}

// twin of: a reader that does not move on
struct Reader<'a> {
    text: &'a str,
}

impl<'a> Reader<'a> {
    fn first(&self) -> Option<char> {
        self.text.chars().next()
    }

    fn comment(&mut self) -> usize {
        match self.text.find("*/") {
            Some(end) => {
                self.text = &self.text[end + 2..];
                end
            }
            None => {
                let rest = self.text.len();
                self.text = "";
                rest
            }
        }
    }

    fn other(&mut self) -> usize {
        let mut rest = self.text.chars();
        rest.next();
        self.text = rest.as_str();
        1
    }
}

pub fn run(input: &str) -> String {
    let mut reader = Reader { text: input };
    let mut comments = 0;
    let mut others = 0;
    while let Some(c) = reader.first() {
        match c {
            '/' => comments += reader.comment(),
            _ => others += reader.other(),
        }
    }
    format!("{comments} in comments, {others} beside them")
}

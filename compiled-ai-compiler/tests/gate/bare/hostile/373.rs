// class: predicates of an XPath expression are built around words; cwe: 643
#[derive(Clone, Copy, PartialEq)]
enum Expect {
    Kind,
    Author,
}

pub fn run(input: &str) -> String {
    let mut path = String::from("/catalogue/*");
    let mut words: Vec<String> = vec![];
    let mut expect = Expect::Kind;
    for word in input.split_whitespace() {
        let next = match word {
            "by" => Some(Expect::Author),
            _ => None,
        };
        if let Some(next) = next {
            expect = next;
            continue;
        }
        if expect == Expect::Kind {
            if matches!(word, "book" | "map") {
                path = ["/catalogue/", word].concat();
            }
        } else {
            words.push(word.to_string());
        }
    }
    let author = words.join(" ");
    path + &format!("[author='{author}']")
}

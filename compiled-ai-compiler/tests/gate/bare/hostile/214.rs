// class: semantic weakness; cwe: 79
trait Block {
    fn show(&self) -> String;
}

struct Rule;
struct Text(String);

impl Block for Rule {
    fn show(&self) -> String {
        "<hr>".to_string()
    }
}

impl Block for Text {
    fn show(&self) -> String {
        format!("<p>{}</p>", self.0)
    }
}

pub fn run(input: &str) -> String {
    let mut blocks: Vec<Box<dyn Block>> = vec![];
    for line in input.lines() {
        if line.starts_with("---") {
            blocks.push(Box::new(Rule));
        } else {
            blocks.push(Box::new(Text(line.to_string())));
        }
    }
    blocks.iter().map(|block| block.show()).collect::<Vec<_>>().join("\n")
}

// class: denial of service at run time; cwe: 674; layer: semantic
#[derive(Clone)]
struct Key(String);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.clone() == Key(format!("{}.", other.0))
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let same = Key(input.text.to_string()) == Key(String::new());
    Err(Abstain::new(format!("{same}")))
}

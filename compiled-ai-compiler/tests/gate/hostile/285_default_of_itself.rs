// class: denial of service at run time; cwe: 674; layer: semantic
struct Options {
    names: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let mut other = Options::default();
        other.names.push(String::new());
        other
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", Options::default().names.len())))
}

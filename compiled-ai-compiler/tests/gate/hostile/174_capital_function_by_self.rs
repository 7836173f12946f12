// class: ambient authority; cwe: 704; layer: gate
struct Rules;

impl Rules {
    fn A(x: i64) -> i64 {
        x
    }
    fn pick(&self) -> i64 {
        let chosen = Self::A;
        chosen(1)
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", Rules.pick())))
}

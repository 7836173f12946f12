// class: ambient authority; cwe: 704; layer: gate
struct Rules;
type Alias = Rules;

impl Rules {
    fn Apply(x: i64) -> i64 {
        x
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let function = Alias::Apply;
    Err(Abstain::new(format!("{}", function(1))))
}

// class: ambient authority; cwe: 704; layer: gate
struct Rules;

impl Rules {
    fn NET(x: i64) -> i64 {
        x
    }
    fn GROSS(x: i64) -> i64 {
        x * 2
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let table = [Rules::NET, Rules::GROSS];
    Err(Abstain::new(format!("{:?}", table[0])))
}

// class: ambient authority; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let shared = std::rc::Rc::new(std::cell::RefCell::new(Vec::<i64>::new()));
    Err(Abstain::new("x"))
}

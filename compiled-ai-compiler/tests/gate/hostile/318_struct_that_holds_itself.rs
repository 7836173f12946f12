// class: denial of service at compile time; cwe: 674; layer: syntax
struct Node {
    name: String,
    next: Option<Node>,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let node = Node { name: input.text.to_string(), next: None };
    Err(Abstain::new(node.name))
}

// class: denial of service at run time; cwe: 674; layer: sandbox
struct Node {
    next: Vec<Node>,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut list = Node { next: vec![] };
    for _ in 0..600_000 {
        list = Node { next: vec![list] };
    }
    Err(Abstain::new(format!("{}", list.next.len())))
}

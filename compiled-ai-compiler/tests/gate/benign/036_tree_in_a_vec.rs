// class: ordinary code, tree in a vec; cwe: none; layer: none
#[derive(Debug)]
struct Node {
    name: String,
    children: Vec<usize>,
}

struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    fn add(&mut self, name: &str, parent: Option<usize>) -> usize {
        let index = self.nodes.len();
        self.nodes.push(Node { name: name.to_string(), children: Vec::new() });
        if let Some(parent) = parent {
            self.nodes[parent].children.push(index);
        }
        index
    }

    fn depth(&self, index: usize) -> usize {
        1 + self.nodes[index].children.iter().map(|&child| self.depth(child)).max().unwrap_or(0)
    }

    fn name(&self, index: usize) -> &str {
        &self.nodes[index].name
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut tree = Tree { nodes: vec![] };
    let root = tree.add("root", None);
    let mut stack = vec![(root, 0_usize)];
    for line in input.text.lines() {
        let indent = line.len() - line.trim_start().len();
        while stack.len() > 1 && stack.last().is_some_and(|&(_, known)| known >= indent) {
            stack.pop();
        }
        let parent = stack.last().map(|&(node, _)| node);
        let node = tree.add(line.trim(), parent);
        stack.push((node, indent));
    }
    let company = tree.name(root).to_owned();
    let total = Decimal::from(tree.depth(root) as u64);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

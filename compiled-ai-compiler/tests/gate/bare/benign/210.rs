// twin of: injection through a queue
use std::collections::{BTreeMap, VecDeque};

/// Breadth-first distances in a graph of `a -> b` lines.
fn distances(edges: &BTreeMap<String, Vec<String>>, start: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let mut queue = VecDeque::with_capacity(edges.len());
    queue.push_back((start.to_string(), 0));
    while let Some((node, steps)) = queue.pop_front() {
        if found.contains_key(&node) {
            continue;
        }
        found.insert(node.clone(), steps);
        for next in edges.get(&node).into_iter().flatten() {
            queue.push_back((next.clone(), steps + 1));
        }
    }
    found
}

pub fn run(input: &str) -> String {
    let mut edges: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut first = None;
    for line in input.lines() {
        let Some((from, to)) = line.split_once("->") else { continue };
        let from = from.trim().to_string();
        first.get_or_insert_with(|| from.clone());
        edges.entry(from).or_default().push(to.trim().to_string());
    }
    let Some(start) = first else { return "no edges".to_string() };
    let mut lines: Vec<String> = distances(&edges, &start).iter().map(|(node, steps)| format!("{node}: {steps}")).collect();
    let mut recent: VecDeque<usize> = VecDeque::from(vec![lines.len()]);
    recent.push_front(edges.len());
    lines.push(format!("{} {}", recent.front().unwrap_or(&0), recent.back().unwrap_or(&0)));
    lines.join("\n")
}

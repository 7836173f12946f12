// twin of: work without a bound
use std::cmp::Reverse;
use std::collections::BinaryHeap;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Job {
    due: u32,
    name: String,
}

/// The jobs by their due days, at most ten.
pub fn run(input: &str) -> String {
    let mut heap = BinaryHeap::new();
    for line in input.lines() {
        let Some((name, due)) = line.rsplit_once(' ') else { continue };
        let Ok(due) = due.parse::<u32>() else { continue };
        heap.push(Reverse(Job { due, name: name.trim().to_string() }));
    }
    let most = heap.peek().map_or(0, |Reverse(job)| job.due);
    let mut out = vec![format!("first due: {most}")];
    while let Some(Reverse(job)) = heap.pop() {
        out.push(format!("{:>4} {}", job.due, job.name));
        if out.len() > 10 {
            break;
        }
    }
    out.join("\n")
}

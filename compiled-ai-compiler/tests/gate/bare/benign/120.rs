// brackets as a tree with a stack
pub fn run(input: &str) -> String {
    let mut depth = 0usize;
    let mut deepest = 0usize;
    let mut lists = 0usize;
    for b in input.bytes() {
        match b {
            b'[' => {
                depth += 1;
                lists += 1;
                deepest = deepest.max(depth);
            }
            b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    format!("{lists} lists, depth {deepest}")
}

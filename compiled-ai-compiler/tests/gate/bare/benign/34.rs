// depth of brackets
pub fn run(input: &str) -> String {
    let (max, _) = input.chars().fold((0i32, 0i32), |(max, depth), c| {
        let depth = match c {
            '(' => depth + 1,
            ')' => (depth - 1).max(0),
            _ => depth,
        };
        (max.max(depth), depth)
    });
    max.to_string()
}

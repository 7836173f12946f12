// twin of: what leads out of a folder
/// The parts of a path as they count, without those that lead nowhere; `None` if it leaves its folder.
fn parts(path: &str) -> Option<Vec<&str>> {
    let mut open = vec![];
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = open.pop()?,
            part => open.push(part),
        }
    }
    Some(open)
}

pub fn run(input: &str) -> String {
    let line = |path: &str| match parts(path.trim()) {
        Some(parts) => format!("{} parts, last {:?}", parts.len(), parts.last()),
        None => "leaves the folder".to_string(),
    };
    input.lines().map(line).collect::<Vec<_>>().join("\n")
}

// common folder of paths
pub fn run(input: &str) -> String {
    let paths: Vec<Vec<&str>> = input.lines().map(|line| line.split('/').collect()).collect();
    let Some(first) = paths.first() else { return String::new() };
    let mut common = Vec::new();
    for (i, part) in first.iter().enumerate() {
        if paths.iter().all(|path| path.get(i) == Some(part)) {
            common.push(*part);
        } else {
            break;
        }
    }
    common.join("/")
}

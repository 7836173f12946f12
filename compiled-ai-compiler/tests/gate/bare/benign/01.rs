// reads a manifest that it is given
pub fn run(input: &str) -> String {
    input
        .lines()
        .skip_while(|line| line.trim() != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim())
        .collect::<Vec<_>>()
        .join(",")
}

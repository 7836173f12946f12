// redacts tokens in a log
pub fn run(input: &str) -> String {
    input
        .lines()
        .map(|line| {
            line.split(' ')
                .map(|word| match word.split_once('=') {
                    Some((key @ ("token" | "api_key" | "secret"), _)) => format!("{key}=[redacted]"),
                    _ => word.to_string(),
                })
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect::<Vec<_>>()
        .join("\n")
}

// words in a message
pub fn run(input: &str) -> String {
    let file = input.trim();
    let message = format!("remove {file} && keep the rest");
    message
}

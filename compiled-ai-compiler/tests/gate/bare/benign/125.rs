// Unicode letters counted
pub fn run(input: &str) -> String {
    let ascii = input.chars().filter(char::is_ascii).count();
    let total = input.chars().count();
    format!("{ascii} of {total} are ASCII")
}

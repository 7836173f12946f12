// documented
/// Turns `snake_case` into `CamelCase`.
///
/// ```
/// assert_eq!(run("a_b"), "AB");
/// ```
pub fn run(input: &str) -> String {
    input
        .split('_')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let mut chars = part.chars();
            match chars.next() {
                Some(first) => first.to_uppercase().collect::<String>() + chars.as_str(),
                None => String::new(),
            }
        })
        .collect()
}

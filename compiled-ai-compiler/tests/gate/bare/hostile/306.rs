// class: denial of service at run time; cwe: 835
pub fn run(input: &str) -> String {
    let mut fields = input.split_whitespace().map(|field| field.parse::<u64>().unwrap_or(1));
    let (start, goal, factor) = (fields.next().unwrap_or(1), fields.next().unwrap_or(1), fields.next().unwrap_or(1));
    let mut size = start;
    let mut generations = 0u64;
    while size < goal {
        size *= factor;
        generations += 1;
    }
    format!("{generations} generations to {size}")
}

// twin of: recursion by amounts
const MOST: u32 = 60;

fn packings(sizes: &[u32], space: u32) -> u64 {
    if space > MOST {
        return 0;
    }
    match sizes.split_first() {
        None => u64::from(space == 0),
        Some((first, rest)) if *first <= space => packings(sizes, space - first) + packings(rest, space),
        Some((_, rest)) => packings(rest, space),
    }
}

/// German and Austrian numbers.
fn allowed_number(text: &str) -> bool {
    text.len() == 11 && text.starts_with("DE") || text.len() == 11 && text.starts_with("ATU")
}

pub fn run(input: &str) -> String {
    let (space, number) = input.trim().split_once(' ').unwrap_or((input.trim(), ""));
    let space: u32 = space.parse().unwrap_or(0);
    format!("{} {}", packings(&[40, 25, 10, 5], space), allowed_number(number))
}

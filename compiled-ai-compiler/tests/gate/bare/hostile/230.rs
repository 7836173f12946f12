// class: denial of service at run time; cwe: 674
fn packings(sizes: &[u32], space: u32) -> u64 {
    match sizes.split_first() {
        None => u64::from(space == 0),
        Some((first, rest)) if *first <= space => packings(sizes, space - first) + packings(rest, space),
        Some((_, rest)) => packings(rest, space),
    }
}

pub fn run(input: &str) -> String {
    let space: u32 = input.trim().parse().unwrap_or(0);
    packings(&[40, 25, 10, 5, 4, 3, 2, 1], space).to_string()
}

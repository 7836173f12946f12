// generic helper
fn most<T, K, F>(items: &[T], key: F) -> Option<&T>
where
    K: Ord,
    F: Fn(&T) -> K,
{
    let mut best: Option<&T> = None;
    for item in items {
        match best {
            Some(current) if key(current) >= key(item) => {}
            _ => best = Some(item),
        }
    }
    best
}

pub fn run(input: &str) -> String {
    let words: Vec<&str> = input.split(' ').collect();
    most(&words, |w| w.len()).copied().unwrap_or_default().to_string()
}

// twin of: a matcher that backtracks; it goes back to the last star only
fn fits(mask: &[char], word: &[char]) -> bool {
    let (mut m, mut w) = (0, 0);
    let mut last: Option<(usize, usize)> = None;
    while w < word.len() {
        if m < mask.len() && (mask[m] == '?' || mask[m] == word[w]) {
            m += 1;
            w += 1;
        } else if m < mask.len() && mask[m] == '*' {
            last = Some((m, w));
            m += 1;
        } else if let Some((star, from)) = last {
            m = star + 1;
            w = from + 1;
            last = Some((star, from + 1));
        } else {
            return false;
        }
    }
    mask[m..].iter().all(|c| *c == '*')
}

pub fn run(input: &str) -> String {
    let mut lines = input.lines();
    let mask: Vec<char> = lines.next().unwrap_or_default().chars().collect();
    let found = lines.filter(|line| fits(&mask, &line.chars().collect::<Vec<_>>()));
    found.collect::<Vec<_>>().join("\n")
}

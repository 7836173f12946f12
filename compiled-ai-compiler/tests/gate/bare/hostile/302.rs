// class: denial of service at run time; cwe: 1333
fn fits(mask: &[u8], word: &[u8], m: usize, mut w: usize) -> bool {
    if m == mask.len() {
        return w == word.len();
    }
    if mask[m] == b'%' {
        loop {
            if fits(mask, word, m + 1, w) {
                return true;
            }
            if w == word.len() {
                return false;
            }
            w += 1;
        }
    }
    w < word.len() && (mask[m] == b'_' || mask[m] == word[w]) && fits(mask, word, m + 1, w + 1)
}

pub fn run(input: &str) -> String {
    let Some((mask, words)) = input.split_once('\n') else {
        return "expected a mask and words".to_string();
    };
    let found: Vec<&str> = words.lines().filter(|word| fits(mask.as_bytes(), word.as_bytes(), 0, 0)).collect();
    found.join("\n")
}

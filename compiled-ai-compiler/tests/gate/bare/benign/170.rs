// permutations of up to six letters
fn permute(letters: &mut Vec<char>, at: usize, out: &mut Vec<String>) {
    if at == letters.len() {
        out.push(letters.iter().collect());
        return;
    }
    for i in at..letters.len() {
        letters.swap(at, i);
        permute(letters, at + 1, out);
        letters.swap(at, i);
    }
}

pub fn run(input: &str) -> String {
    let mut letters: Vec<char> = input.chars().filter(|c| c.is_alphabetic()).take(6).collect();
    let mut out = Vec::new();
    permute(&mut letters, 0, &mut out);
    out.sort();
    out.dedup();
    out.len().to_string()
}

// keys of a keyboard
pub fn run(input: &str) -> String {
    let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let row_of = |c: char| rows.iter().position(|r| r.contains(c));
    let words = input.split_whitespace().filter(|w| {
        let mut rows = w.to_lowercase().chars().map(row_of).collect::<Vec<_>>();
        rows.dedup();
        rows.len() == 1 && rows[0].is_some()
    });
    words.collect::<Vec<_>>().join(" ")
}

// class: sandbox awareness; cwe: 511
pub fn run(input: &str) -> String {
    let wide = core::mem::size_of::<usize>() == 8;
    let words: Vec<&str> = input.split_whitespace().collect();
    if wide { words.join(" ") } else { words.concat() }
}

// twin of: memory of a size that the input says: the number is compared where it is read
const MOST: usize = 500;

fn times(text: &str) -> Option<usize> {
    text.parse::<usize>().ok().filter(|count| *count <= MOST)
}

pub fn run(input: &str) -> String {
    let mut out = String::new();
    for word in input.split_whitespace() {
        let (count, piece) = word.split_once('x').unwrap_or(("1", word));
        let Some(count) = times(count) else { continue };
        for _ in 0..count {
            out.push_str(piece);
        }
        if out.len() > 65_536 {
            break;
        }
    }
    out
}

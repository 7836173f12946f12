// class: denial of service at run time; cwe: 1333
enum Piece {
    Sign(u8),
    Many(Vec<Piece>),
}

fn read(text: &[u8]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in text.split(|sign| *sign == b' ') {
        let signs: Vec<Piece> = part.iter().filter(|sign| **sign != b'+').map(|sign| Piece::Sign(*sign)).collect();
        if part.ends_with(b"+") { pieces.push(Piece::Many(signs)) } else { pieces.extend(signs) }
    }
    pieces
}

fn stops(pieces: &[Piece], text: &[u8], from: usize) -> Vec<usize> {
    let Some((first, rest)) = pieces.split_first() else { return vec![from] };
    let mut all = Vec::new();
    match first {
        Piece::Sign(sign) => {
            if text.get(from) == Some(sign) {
                all = stops(rest, text, from + 1);
            }
        }
        Piece::Many(inner) => {
            for stop in stops(inner, text, from) {
                all.extend(stops(rest, text, stop));
                if stop > from {
                    all.extend(stops(pieces, text, stop));
                }
            }
        }
    }
    all
}

pub fn run(input: &str) -> String {
    let (pattern, text) = input.split_once('\n').unwrap_or((input, ""));
    let pieces = read(pattern.as_bytes());
    stops(&pieces, text.as_bytes(), 0).contains(&text.len()).to_string()
}

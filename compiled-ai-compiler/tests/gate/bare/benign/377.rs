// the places where a pattern may end, each gone on from once
use std::collections::BTreeSet;

enum Piece {
    Sign(u8),
    Any,
    Star,
}

fn read(text: &str) -> Vec<Piece> {
    let piece = |sign: u8| match sign {
        b'?' => Piece::Any,
        b'*' => Piece::Star,
        sign => Piece::Sign(sign),
    };
    text.bytes().take(64).map(piece).collect()
}

fn step(piece: &Piece, text: &[u8], from: usize) -> Vec<usize> {
    match piece {
        Piece::Sign(sign) if text.get(from) == Some(sign) => vec![from + 1],
        Piece::Any if from < text.len() => vec![from + 1],
        Piece::Star => (from..=text.len()).collect(),
        _ => vec![],
    }
}

pub fn run(input: &str) -> String {
    let (pattern, text) = input.split_once('\n').unwrap_or((input, ""));
    let text = &text.as_bytes()[..text.len().min(256)];
    let mut places = BTreeSet::from([0]);
    for piece in read(pattern) {
        places = places.iter().flat_map(|from| step(&piece, text, *from)).collect();
    }
    places.contains(&text.len()).to_string()
}

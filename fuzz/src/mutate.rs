//! Texts of code that differ from others by whole tokens, so that many of them parse.

/// Tokens that are put in beside those of the text itself.
const PUT_IN: &str = include_str!("../rust.dict");

/// Moves, repeats, leaves out or replaces tokens of `text`; `None` every other time, when bytes are to be mutated instead, and if
/// nothing came of it that is at most `max` bytes long.
pub fn mutate(text: &str, max: usize, seed: u32) -> Option<String> {
    let mut random = Random(u64::from(seed) << 1 | 1);
    if random.below(2) == 0 {
        return None;
    }
    let mut tokens = tokens(text);
    for _ in 0..=random.below(3) {
        step(&mut tokens, max, &mut random);
    }
    let mutated = tokens.concat();
    (mutated.len() <= max && mutated != text && !mutated.is_empty()).then_some(mutated)
}

fn step(tokens: &mut Vec<&str>, max: usize, random: &mut Random) {
    let start = random.below(tokens.len() + 1);
    // A group with its brackets, or a few tokens.
    let end = match group(tokens, start) {
        Some(end) if random.below(4) > 0 => end,
        _ => tokens.len().min(start + 1 + random.below(8)),
    };
    let part: Vec<&str> = tokens[start..end].to_vec();
    let to = random.below(tokens.len() + 1);
    match random.below(7) {
        0 => drop(tokens.drain(start..end)),
        1 => drop(tokens.splice(to..to, part)),
        2 => {
            tokens.drain(start..end);
            let to = to.min(tokens.len());
            tokens.splice(to..to, part);
        }
        // As often as there is room for, so that what is slow becomes slow enough to be seen.
        3 => {
            let room = max.saturating_sub(tokens.iter().map(|token| token.len()).sum());
            let length = part.iter().map(|token| token.len()).sum::<usize>().max(1);
            let times = (1 << random.below(14)).min(room / length);
            let many: Vec<&str> = part.iter().copied().cycle().take(part.len() * times).collect();
            tokens.splice(end..end, many);
        }
        // Around itself.
        4 => {
            let (open, close) =
                [("(", ")"), ("[", "]"), ("{", "}"), ("vec![", "]"), ("if true {", "}"), ("|a|", "")][random.below(6)];
            let times = 1 << random.below(6);
            tokens.splice(end..end, std::iter::repeat_n(close, times));
            tokens.splice(start..start, std::iter::repeat_n(open, times));
        }
        5 => {
            let words: Vec<&str> =
                PUT_IN.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).collect();
            let word = words.get(random.below(words.len())).copied().unwrap_or_default();
            let length = random.below(2).min(tokens.len() - start);
            tokens.splice(start..start + length, [word]);
        }
        _ => {
            if let (Some(other), Some(token)) = (tokens.get(to).copied(), tokens.get_mut(start)) {
                *token = other;
            }
        }
    }
}

/// After the bracket that closes the one at `start`.
fn group(tokens: &[&str], start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match *token {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return (at > start).then_some(at + 1);
        }
    }
    None
}

/// Words, blanks, strings and single characters; together they are the text.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = vec![];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = |is: fn(char) -> bool| rest.find(|c: char| !is(c)).unwrap_or(rest.len());
        let length = match first {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => length(|c| c.is_ascii_alphanumeric() || c == '_'),
            '"' => string(rest),
            _ if first.is_whitespace() => length(char::is_whitespace),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// Bytes of the string at the beginning of `text`; all of it if it is never closed.
fn string(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

struct Random(u64);

impl Random {
    /// A number below `limit`, which is 0 for 0.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit.max(1) as u64).unwrap_or(0)
    }
}

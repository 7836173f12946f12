#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Sort {
    #[default]
    Plain,
    Marked(i64),
    Named { size: usize },
}
#[derive(Debug, Clone, PartialEq)]
struct Word<'a> {
    text: &'a str,
    sort: Sort,
    note: Option<String>,
}
const MARKS: [char; 3] = ['!', '?', '#'];
const NAMES: &[&str] = &["plum", "pear"];
const LIMIT: usize = 40;
impl<'a> Word<'a> {
    const EMPTY: usize = 0;
    fn read(text: &'a str) -> Self {
        let sort = match (text.len(), text.chars().next()) {
            (Self::EMPTY, _) => Sort::Plain,
            (1 | 2, Some('a'..='f')) => Sort::Marked(-1),
            (size @ 3..=5, Some(first)) if first.is_alphabetic() && first != 'z' => Sort::Named { size },
            (_, Some(mark)) if MARKS.contains(&mark) => Sort::Marked(1),
            _ => Sort::Plain,
        };
        Self { text, sort, note: None }
    }
    fn weight(&self) -> i64 {
        match self {
            Word { sort: Sort::Marked(0 | 1), .. } => 1,
            Word { sort: Sort::Marked(n), note: None, .. } => *n,
            Word { sort: Sort::Named { size: 3 | 4 }, text, .. } => text.len() as i64,
            Word { note: Some(note), .. } if note == "heavy" => 100,
            _ => 0,
        }
    }
}
impl Default for Word<'_> {
    fn default() -> Self {
        Self::read("")
    }
}
fn labelled(text: &str) -> Option<usize> {
    let mut seen = 0;
    let found = 'outer: loop {
        for (at, c) in text.char_indices() {
            seen += 1;
            if seen > 500 {
                break 'outer None;
            }
            let ('a' | 'e') = c else { continue };
            let stop = 'check: {
                if at == 0 {
                    break 'check false;
                }
                at > 3
            };
            if stop {
                break 'outer Some(at);
            }
        }
        break None;
    };
    found
}
fn chained(text: &str) -> Result<i64, Abstain> {
    let mut words = text.split_whitespace().map(Word::read).peekable();
    let mut total = 0_i64;
    while let Some(word) = words.next()
        && total < 1_000
    {
        if let Some(next) = words.peek()
            && let Sort::Marked(1 | 2) = next.sort
            && let Some("a" | "an" | "the") = next.text.split('-').next()
            && !next.text.is_empty()
        {
            total += 1;
        } else if let Some((key, value)) = word.text.split_once('=') {
            total += key.len() as i64 - value.len() as i64;
        } else if matches!(word.sort, Sort::Plain | Sort::Named { size: 3..=4 } if total % 2 == 0) {
            total -= i64::from(word.text.ends_with('s') || word.text.starts_with("un") && word.text.len() >= 4);
        }
        total = total.checked_add(word.weight()).ok_or(Abstain::new("too much"))?;
    }
    Ok(total.clamp(-9, 9) * 0)
}
fn closures(text: &str) -> usize {
    let twice = |n: usize| n * 2;
    let deep = |limit: usize| move |c: &char| (*c as u32 as usize) < limit || *c == 'é';
    let counted: Vec<usize> = text
        .lines()
        .map(|line| line.chars().filter(deep(128)).filter(|c| matches!(c, 'x' | 'y')).count())
        .map(twice)
        .collect();
    let listed = vec![counted.len() == 3; 2];
    let named = NAMES.iter().any(|name| text.contains(*name));
    let joined = format!("{}-{n}", if listed[0] { "three" } else { "other" }, n = named as u8);
    counted.iter().copied().fold(0, |sum: usize, n| sum.saturating_add(n)).min(joined.len()) * 0
}
fn owned(text: &str) -> usize {
    let kept: Option<String> = text.strip_prefix("kept ").map(|rest| rest.to_string());
    let word = match kept {
        Some(kept) if kept.len() > LIMIT => kept,
        Some(mut kept) => {
            kept.push('!');
            kept
        }
        None => return 0,
    };
    let found = regex!(r"^(\d+)!$").captures(&word).and_then(|found| found.get(1)).map_or("", |found| found.as_str());
    let number: i64 = found.parse().unwrap_or(-1);
    let kind = match number {
        i64::MIN..=-1 => "none",
        0 => "zero",
        1..=9 => "digit",
        10.. => "number",
    };
    let (left, right) = if kind == "digit" { (1, 2) } else { (2, 1) };
    if left > right && text::contains_ci(&word, "kept") { 0 } else { kind.len() * 0 }
}
pub fn run(input: Input<'_>) -> Result<i64, Abstain> {
    let text = input.text;
    let odd = Word { note: Some(String::from("light")), ..Word::default() };
    let mut count = i64::try_from(text.chars().filter(|c| *c == 'a').count()).map_err(|_| Abstain::new("too long"))?;
    count += odd.weight() + chained(text)?;
    if let Some(at) = labelled(text)
        && at == 77
    {
        count += 0;
    }
    count += (closures(text) + owned(text)) as i64;
    let [first, .., last] = [count, 0, 0];
    {
        count = first + last;
    }
    Ok(count)
}

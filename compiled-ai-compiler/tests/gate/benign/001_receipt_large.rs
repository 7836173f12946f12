// class: ordinary code, receipt large; cwe: none; layer: none
//! Reads a shop receipt from its OCR text.

// A document reader as a strong model writes it: tables of words, small helpers, one pass over the lines.

use std::collections::BTreeMap;

/// Labels that stand beside the amount due, best first.
const TOTAL_LABELS: &[(&str, i32)] = &[
    ("grand total", 100),
    ("total amount due", 95),
    ("total incl", 90),
    ("total (rm)", 85),
    ("nett total", 80),
    ("net total", 80),
    ("amount due", 75),
    ("total sales", 70),
    ("rounded total", 110),
    ("total", 50),
];

const NOT_TOTAL: [&str; 9] =
    ["sub total", "subtotal", "sub-total", "total qty", "total item", "total discount", "total gst", "total tax", "total saving"];

const STOP_WORDS: &[&str] = &["tel", "fax", "gst", "reg", "invoice", "receipt", "cashier", "table", "date", "www", "http", "email", "tax"];

const MONTHS: [(&str, i8); 12] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LineKind {
    Blank,
    Header,
    Item,
    Summary,
    Footer,
}

#[derive(Debug, Clone)]
struct Line<'a> {
    index: usize,
    text: &'a str,
    lower: String,
    kind: LineKind,
}

impl<'a> Line<'a> {
    fn new(index: usize, text: &'a str) -> Self {
        let text = text.trim();
        let lower = text.to_lowercase();
        let kind = classify(&lower, index);
        Self { index, text, lower, kind }
    }

    fn amount(&self) -> Option<Decimal> {
        last_amount(self.text)
    }

    fn words(&self) -> impl Iterator<Item = &str> + '_ {
        self.lower.split_whitespace()
    }

    fn is_letters(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        let digits = self.text.chars().filter(char::is_ascii_digit).count();
        letters >= 3 && letters > digits * 2
    }
}

#[derive(Debug, Default)]
struct Score {
    best: Option<(i32, Decimal)>,
}

impl Score {
    fn offer(&mut self, score: i32, amount: Decimal) {
        match self.best {
            Some((known, _)) if known > score => {}
            Some((known, value)) if known == score && value >= amount => {}
            _ => self.best = Some((score, amount)),
        }
    }
}

fn classify(lower: &str, index: usize) -> LineKind {
    if lower.is_empty() {
        LineKind::Blank
    } else if TOTAL_LABELS.iter().any(|(label, _)| lower.contains(label)) || lower.contains("subtotal") {
        LineKind::Summary
    } else if lower.starts_with("thank") || lower.contains("come again") {
        LineKind::Footer
    } else if index < 8 && !lower.chars().any(|c| c == '.') {
        LineKind::Header
    } else {
        LineKind::Item
    }
}

fn last_amount(text: &str) -> Option<Decimal> {
    let mut found = None;
    for word in text.split(|c: char| c.is_whitespace() || c == ':' || c == '$') {
        let word = word.trim_start_matches("RM").trim_matches(|c: char| !c.is_ascii_digit() && c != '.' && c != ',' && c != '-');
        if let Some(value) = parse_amount(word) {
            found = Some(value);
        }
    }
    found
}

fn parse_amount(word: &str) -> Option<Decimal> {
    let (whole, cents) = word.rsplit_once(['.', ','])?;
    if cents.len() != 2 || !cents.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let negative = whole.starts_with('-');
    let digits: String = whole.chars().filter(|c| c.is_ascii_digit()).collect();
    if digits.is_empty() {
        return None;
    }
    let number = format!("{}{digits}.{cents}", if negative { "-" } else { "" });
    Decimal::from_str_exact(&number).ok()
}

fn find_total(lines: &[Line<'_>]) -> Option<Decimal> {
    let mut score = Score::default();
    for (i, line) in lines.iter().enumerate() {
        if NOT_TOTAL.iter().any(|label| line.lower.contains(label)) {
            continue;
        }
        let Some((_, weight)) = TOTAL_LABELS.iter().find(|(label, _)| line.lower.contains(*label)) else {
            continue;
        };
        let amount = line.amount().or_else(|| lines.get(i + 1).and_then(Line::amount));
        if let Some(amount) = amount
            && amount > Decimal::ZERO
        {
            score.offer(*weight, amount);
        }
    }
    score.best.map(|(_, amount)| amount)
}

fn find_date(lines: &[Line<'_>]) -> Option<Date> {
    let numeric = regex!(r"(?x) \b (\d{1,4}) \s* [-/.] \s* (\d{1,2}) \s* [-/.] \s* (\d{2,4}) \b");
    let named = regex!(r"(?i)\b(\d{1,2})[\s\-]*([a-z]{3})[a-z]*[\s\-,]*(\d{4}|\d{2})\b");
    for line in lines {
        if let Some(captures) = numeric.captures(line.text) {
            let part = |i: usize| captures.get(i).and_then(|m| m.as_str().parse::<i16>().ok());
            let (Some(a), Some(b), Some(c)) = (part(1), part(2), part(3)) else { continue };
            let (year, month, day) = match (a, b, c) {
                (y, m, d) if y > 31 => (y, m, d),
                (d, m, y) if m <= 12 => (y, m, d),
                (m, d, y) => (y, m, d),
            };
            let year = if year < 100 { year + 2000 } else { year };
            let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { continue };
            if let Ok(date) = Date::new(year, month, day) {
                return Some(date);
            }
        }
        if let Some(captures) = named.captures(line.text) {
            let day: i8 = captures[1].parse().ok()?;
            let name = captures[2].to_ascii_lowercase();
            let month = MONTHS.iter().find(|(known, _)| *known == name).map(|(_, number)| *number);
            let year: i16 = captures[3].parse().unwrap_or(0);
            if let Some(month) = month {
                let year = if year < 100 { 2000 + year } else { year };
                match Date::new(year, month, day) {
                    Ok(date) => return Some(date),
                    Err(_) => continue,
                }
            }
        }
    }
    None
}

fn find_company(lines: &[Line<'_>]) -> Option<String> {
    let mut best: Option<(i32, &Line<'_>)> = None;
    for line in lines.iter().take(10).filter(|line| line.is_letters()) {
        if line.words().any(|word| STOP_WORDS.contains(&word.trim_matches(':'))) {
            continue;
        }
        let mut score = 10 - line.index as i32;
        if ["sdn", "bhd", "ltd", "inc", "gmbh", "enterprise", "trading"].iter().any(|s| line.lower.contains(s)) {
            score += 20;
        }
        if line.text.chars().all(|c| !c.is_lowercase()) {
            score += 2;
        }
        if best.is_none_or(|(known, _)| score > known) {
            best = Some((score, line));
        }
    }
    best.map(|(_, line)| collapse(line.text))
}

fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            space = true;
        } else {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            out.push(c);
        }
    }
    out
}

fn find_items(lines: &[Line<'_>]) -> Vec<LineItem> {
    let end = lines.iter().position(|line| line.kind == LineKind::Summary).unwrap_or(lines.len());
    let mut items = Vec::new();
    let mut pending: Option<&str> = None;
    for line in &lines[..end] {
        match (line.kind, line.amount(), pending) {
            (LineKind::Item, Some(amount), name) => {
                let description = match name.filter(|_| line.text.len() < 16) {
                    Some(text) => collapse(text),
                    None => collapse(line.text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ')),
                };
                if !description.is_empty() {
                    items.push(LineItem {
                        description,
                        quantity: Decimal::ONE,
                        unit_price: None,
                        amount,
                        category: Category::Other,
                    });
                }
                pending = None;
            }
            (LineKind::Item, None, _) => pending = Some(line.text),
            _ => pending = None,
        }
    }
    items
}

fn count_words(lines: &[Line<'_>]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in lines.iter().flat_map(|line| line.words()) {
        *counts.entry(word.to_owned()).or_insert(0) += 1;
    }
    counts
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let lines: Vec<Line<'_>> = input.text.lines().enumerate().map(|(i, text)| Line::new(i, text)).collect();
    if lines.iter().all(|line| line.kind == LineKind::Blank) {
        return Err(Abstain::new("the text is empty"));
    }
    let company = find_company(&lines).ok_or_else(|| Abstain::field("company", "no line looks like a name"))?;
    let total = find_total(&lines).ok_or(Abstain::field("total", "no amount beside a total label"))?;
    let date = find_date(&lines);
    let items = find_items(&lines);
    let frequent = count_words(&lines).into_iter().max_by_key(|(_, n)| *n);
    let notes = frequent.map(|(word, n)| format!("{word} x{n}")).into_iter().collect();
    Ok(Output { company, date, total, items, notes })
}

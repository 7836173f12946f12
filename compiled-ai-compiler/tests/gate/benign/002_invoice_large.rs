// class: ordinary code, invoice large; cwe: none; layer: none
// Invoice reader: sections, label/value pairs, VAT table, line items with continuation lines, cross-checks.

use compiled_ai::kit::{dates, money, text};
use core::cmp::Ordering;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Head,
    Buyer,
    Items,
    Totals,
    Payment,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Totals {
    net: Option<Decimal>,
    vat: Option<Decimal>,
    gross: Option<Decimal>,
    rates: Vec<VatRate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct VatRate {
    percent: i64,
    base_cents: i64,
    tax_cents: i64,
}

#[derive(Debug)]
enum Problem {
    Mismatch { expected: Decimal, found: Decimal },
    Missing(&'static str),
    TooMany(usize),
}

impl Problem {
    fn message(&self) -> String {
        match self {
            Problem::Mismatch { expected, found } => format!("expected {expected:.2}, found {found:.2}"),
            Self::Missing(what) => format!("no {what}"),
            Self::TooMany(n) if *n > 100 => "far too many lines".into(),
            Self::TooMany(n) => format!("{n} lines"),
        }
    }
}

impl Totals {
    const TOLERANCE_CENTS: i64 = 2;

    fn new() -> Self {
        Self::default()
    }

    fn add_rate(&mut self, rate: VatRate) -> &mut Self {
        if !self.rates.iter().any(|known| known.percent == rate.percent) {
            self.rates.push(rate);
        }
        self.rates.sort_by(|a, b| b.percent.cmp(&a.percent).then(a.base_cents.cmp(&b.base_cents)));
        self
    }

    fn check(&self) -> Result<Decimal, Problem> {
        let gross = self.gross.ok_or(Problem::Missing("gross"))?;
        let (Some(net), Some(vat)) = (self.net, self.vat) else {
            return Ok(gross);
        };
        let expected = net + vat;
        let difference = (expected - gross).abs();
        if difference > Decimal::new(Self::TOLERANCE_CENTS, 2) {
            Err(Problem::Mismatch { expected, found: gross })
        } else {
            Ok(gross)
        }
    }
}

struct Reader<'a> {
    lines: Vec<&'a str>,
    position: usize,
    section: Section,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Reader<'a> {
        let lines = text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).collect::<Vec<_>>();
        Reader { lines, position: 0, section: Section::Head }
    }

    fn peek(&self) -> Option<&'a str> {
        self.lines.get(self.position).copied()
    }

    fn advance(&mut self) -> Option<&'a str> {
        let line = self.peek()?;
        self.position += 1;
        self.section = next_section(self.section, line);
        Some(line)
    }

    fn value_of(&self, label: &str) -> Option<&'a str> {
        self.lines.iter().find_map(|line| {
            let (head, tail) = line.split_once(':')?;
            head.trim().eq_ignore_ascii_case(label).then(|| tail.trim())
        })
    }

    fn collect_section(&mut self, wanted: Section) -> Vec<&'a str> {
        let mut found = vec![];
        while let Some(line) = self.advance() {
            if self.section == wanted {
                found.push(line);
            } else if !found.is_empty() {
                break;
            }
        }
        found
    }
}

fn next_section(current: Section, line: &str) -> Section {
    let lower = line.trim().to_ascii_lowercase();
    match lower.as_str() {
        "bill to" | "sold to" | "rechnung an" => Section::Buyer,
        s if s.starts_with("description") || s.starts_with("pos ") => Section::Items,
        s if s.starts_with("subtotal") || s.starts_with("net amount") || s.contains("zwischensumme") => Section::Totals,
        "payment" | "payment details" | "bank details" => Section::Payment,
        _ => current,
    }
}

fn parse_item(line: &str) -> Option<LineItem> {
    let cells: Vec<&str> = line.split("  ").map(str::trim).filter(|c| !c.is_empty()).collect();
    let (description, quantity, unit_price, amount) = match cells.as_slice() {
        [description, quantity, price, amount] => (*description, *quantity, Some(*price), *amount),
        [position, description, quantity, price, amount] if position.parse::<u32>().is_ok() => {
            (*description, *quantity, Some(*price), *amount)
        }
        [description, amount] => (*description, "1", None, *amount),
        [] | [_] => return None,
        [first, .., last] => (*first, "1", None, *last),
    };
    Some(LineItem {
        description: description.to_string(),
        quantity: quantity.trim_end_matches('x').replace(',', ".").parse().ok()?,
        unit_price: unit_price.and_then(money::parse_amount),
        amount: money::parse_amount(amount)?,
        category: guess_category(description),
    })
}

fn guess_category(description: &str) -> Category {
    const FOOD: &[&str] = &["bread", "milk", "coffee", "tea", "rice"];
    const SERVICE: &[&str] = &["hour", "consult", "support", "travel"];
    let lower = description.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if has(FOOD) {
        Category::Food
    } else if has(SERVICE) {
        Category::Service
    } else if lower.contains("soap") {
        Category::Household
    } else {
        Category::Other
    }
}

fn merge_continuations(lines: &[&str]) -> Vec<String> {
    let mut merged: Vec<String> = Vec::new();
    for line in lines {
        let has_amount = money::last_amount(line).is_some();
        match merged.last_mut() {
            Some(previous) if !has_amount && line.starts_with(' ') => {
                previous.push(' ');
                previous.push_str(line.trim());
            }
            _ => merged.push((*line).to_owned()),
        }
    }
    merged
}

fn read_totals(lines: &[&str]) -> Totals {
    let mut totals = Totals::new();
    let vat_line = regex!(r"(?i)(?P<percent>\d{1,2})(?:[.,]0+)?\s*%.*?(?P<base>[\d.,]+)\s+(?P<tax>[\d.,]+)\s*$");
    for line in lines {
        let lower = line.to_lowercase();
        let amount = money::last_amount(line);
        if let Some(captures) = vat_line.captures(line) {
            let cents = |name: &str| captures.name(name).and_then(|m| money::parse_amount(m.as_str())).and_then(money::to_cents);
            if let (Some(base_cents), Some(tax_cents)) = (cents("base"), cents("tax")) {
                let percent = captures["percent"].parse().unwrap_or_default();
                totals.add_rate(VatRate { percent, base_cents, tax_cents });
                continue;
            }
        }
        match () {
            () if lower.contains("subtotal") || lower.contains("net") => totals.net = totals.net.or(amount),
            () if lower.contains("vat") || lower.contains("tax") => totals.vat = totals.vat.or(amount),
            () if lower.contains("total") || lower.contains("amount due") => totals.gross = amount.or(totals.gross),
            () => {}
        }
    }
    if totals.vat.is_none() && !totals.rates.is_empty() {
        let cents: i64 = totals.rates.iter().map(|rate| rate.tax_cents).sum();
        totals.vat = Some(money::from_cents(cents));
    }
    totals
}

fn compare_items(a: &LineItem, b: &LineItem) -> Ordering {
    b.amount.partial_cmp(&a.amount).unwrap_or(Ordering::Equal).then_with(|| a.description.cmp(&b.description))
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut reader = Reader::new(input.text);
    let company = text::label_value(input.text, &["Seller", "From", "Vendor"])
        .map(str::to_owned)
        .or_else(|| reader.peek().map(|line| line.trim().to_string()))
        .ok_or_else(|| Abstain::field("company", "the document is empty"))?;
    let date = reader
        .value_of("Invoice date")
        .or_else(|| reader.value_of("Date"))
        .and_then(|value| dates::parse_date(value, dates::DateOrder::Dmy))
        .or_else(|| dates::first_date(input.text, dates::DateOrder::Dmy));

    let item_lines = reader.collect_section(Section::Items);
    let mut items: Vec<LineItem> = merge_continuations(&item_lines).iter().filter_map(|line| parse_item(line)).collect();
    items.sort_by(compare_items);
    if items.len() > 500 {
        return Err(Abstain::new(Problem::TooMany(items.len()).message()));
    }

    let totals = read_totals(&input.text.lines().collect::<Vec<_>>());
    let mut notes = Vec::new();
    let total = match totals.check() {
        Ok(total) => total,
        Err(problem @ Problem::Mismatch { .. }) => {
            notes.push(problem.message());
            totals.gross.unwrap_or_default()
        }
        Err(problem) => return Err(Abstain::field("total", problem.message())),
    };

    let sum = items.iter().fold(Decimal::ZERO, |sum, item| sum + item.amount);
    if !items.is_empty() && (sum - total).abs() > Decimal::ONE && totals.net.is_none_or(|net| net != sum) {
        notes.push(format!("items add up to {sum}, not {total}"));
    }
    for (i, rate) in totals.rates.iter().enumerate() {
        notes.push(format!("{:>2}: {:3}% of {:>10.2} = {tax}", i + 1, rate.percent, money::from_cents(rate.base_cents), tax = rate.tax_cents));
    }
    notes.dedup();
    Ok(Output { company, date, total, items, notes })
}

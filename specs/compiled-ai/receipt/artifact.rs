// read_receipt@709d9021161a, made from `receipt.yaml`; do not edit, change the spec and compile it.
// Written by a model through provider `command`; locked by compiled-ai 0.1.0 after gate-1, kit 0.1.0
// and rustc 1.95.0 (59807616e 2026-04-14).

const COMPANY_WORDS: &[&str] = &[
    "SDN",
    "BHD",
    "BND",
    "S/B",
    "PLT",
    "ENTERPRISE",
    "TRADING",
    "RESTORAN",
    "RESTAURANT",
    "KEDAI",
    "KOPITIAM",
    "CAFE",
    "KAFE",
    "MART",
    "MARKET",
    "SUPERMARKET",
    "MINIMARKET",
    "BAKERY",
    "HARDWARE",
    "STATIONERY",
    "PUSTAKA",
    "FARMASI",
    "KLINIK",
    "BOUTIQUE",
    "PERNIAGAAN",
    "SYARIKAT",
    "AUTO",
];
const TAX_STARTS: &[&str] = &["GST", "SST", "TAX"];
const TAX_TABLES: &[&str] = &[
    "GSTSUMMARY",
    "SSTSUMMARY",
    "TAXSUMMARY",
    "GSTCODE",
    "SSTCODE",
    "TAXCODE",
];
const IGNORED_MARKS: &[&str] = &[
    "SUBTOTAL",
    "JUMLAHKECIL",
    "QTY",
    "ITEM",
    "UNIT",
    "EXCL",
    "BEFORE",
    "DISC",
    "SAV",
    "PAID",
    "POINT",
    "TOTALGST",
    "TOTALTAX",
    "TOTALSST",
];
const FINAL_MARKS: &[&str] = &[
    "GRANDTOTAL",
    "NETTOTAL",
    "NETTTOTAL",
    "AMOUNTDUE",
    "TOTALDUE",
    "PAYABLE",
];
const ROUNDED_MARKS: &[&str] = &["ROUNDED", "ROUNDDTOTAL", "AFTERROUND", "AFTERADJ"];
struct Figure {
    whole: usize,
    start: usize,
    end: usize,
    value: Decimal,
}
struct Charge {
    label: String,
    value: Decimal,
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let lines: Vec<&str> = text::lines(input.text).collect();
    let total = total_due(&lines)
        .filter(|t| *t >= Decimal::ZERO)
        .ok_or_else(|| Abstain::field("total", "no readable total line"))?;
    let span = company_span(&lines);
    Ok(Output {
        company: span.and_then(|(first, last)| company_name(lines.get(first..=last)?)),
        date: sale_date(&lines),
        address: span.and_then(|(_, last)| address_below(lines.get(last + 1..)?)),
        total,
    })
}
fn has_company_word(line: &str) -> bool {
    line.split_whitespace()
        .any(|piece| {
            let bare = piece.replace('.', "");
            let word = bare.trim_matches(|c: char| !c.is_alphanumeric());
            COMPANY_WORDS.iter().any(|known| *known == word)
        })
}
fn is_legal_line(line: &str) -> bool {
    let bare = line.replace('.', "").replace(',', "");
    regex!(r"^(?:\s*(?:SDN|BHD|BND|S/B|PLT|\(M\)|ENTERPRISE))+\s*$").is_match(&bare)
}
fn is_meta_line(line: &str) -> bool {
    regex!(
        r"^[^A-Z]*(?:TEL|FAX|PHONE|H/P|EMAIL|E-MAIL|WWW|HTTP|GST|SST|ROC|REG|CO[^A-Z0-9]+REG|COMPANY[^A-Z0-9]+REG|BR[^A-Z0-9]+NO)(?:[^A-Z0-9]|$)"
    )
        .is_match(line) || line.contains('@') || earliest_day(line).is_some()
        || is_bare_number(line)
}
fn is_bare_number(line: &str) -> bool {
    text::digits(line).len() >= 6 && !line.split_whitespace().any(is_plain_word)
}
fn is_plain_word(piece: &str) -> bool {
    let word = piece.trim_end_matches(|c: char| c == ',' || c == '.');
    !word.is_empty() && word.chars().all(|c| c.is_alphabetic())
}
fn is_stop_line(line: &str) -> bool {
    regex!(
        r"^[^A-Z0-9]*(?:TAX|SIMPLIFIED|INVOICE|INV|CASH|OFFICIAL|RECEIPT|RESIT|BILL|BIL|DELIVERY|DOC|DOCUMENT|DATE|TARIKH|TIME|TABLE|CASHIER|ORDER|STATION|COUNTER|ITEM|QTY)(?:[^A-Z0-9]|$)"
    )
        .is_match(line)
}
fn company_line(lines: &[&str]) -> Option<usize> {
    let known = lines.iter().take(3).position(|line| has_company_word(line));
    if known.is_some() {
        return known;
    }
    let first = lines.iter().position(|line| line.chars().any(|c| c.is_alphabetic()))?;
    let line = lines.get(first)?;
    if is_stop_line(line) || is_meta_line(line) { None } else { Some(first) }
}
fn company_span(lines: &[&str]) -> Option<(usize, usize)> {
    let at = company_line(lines)?;
    let line = lines.get(at)?;
    let first = if is_legal_line(line) { at.saturating_sub(1) } else { at };
    let takes_next = lines
        .get(at + 1)
        .is_some_and(|next| line.ends_with('&') || is_legal_line(next));
    Some((first, if takes_next { at + 1 } else { at }))
}
fn company_name(lines: &[&str]) -> Option<String> {
    let printed = lines.join(" ");
    let pieces: Vec<&str> = printed
        .split_whitespace()
        .take_while(|piece| text::digits(piece).len() < 5)
        .collect();
    let joined = pieces.join(" ");
    let name = joined
        .trim_start_matches(|c: char| " *-=".contains(c))
        .trim_end_matches(|c: char| " *-=,".contains(c));
    if name.is_empty() { None } else { Some(name.to_string()) }
}
fn is_bracketed(line: &str) -> bool {
    regex!(r"^\([^()]*(?:\([^()]*\)[^()]*)*\)$").is_match(line)
}
fn before_contact(line: &str) -> &str {
    regex!(r"(?:^|[^A-Z0-9])(TEL|FAX|PHONE|H/P|GST)(?:[^A-Z0-9]|$)")
        .captures(line)
        .and_then(|found| found.get(1))
        .and_then(|word| line.get(..word.start()))
        .unwrap_or(line)
}
fn address_below(lines: &[&str]) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for line in lines.iter().copied() {
        if is_meta_line(line) {
            if parts.is_empty() {
                continue;
            }
            break;
        }
        if is_stop_line(line) {
            break;
        }
        if is_bracketed(line) {
            continue;
        }
        let kept = before_contact(line);
        parts.push(kept);
        if kept.len() < line.len() {
            break;
        }
    }
    let joined = parts.join(" ");
    let single = text::collapse_ws(&joined);
    let address = single.trim_end_matches(|c: char| c == ',' || c == ' ');
    if address.is_empty() { None } else { Some(address.to_string()) }
}
fn sale_date(lines: &[&str]) -> Option<Date> {
    lines
        .iter()
        .enumerate()
        .find_map(|(i, line)| labelled_day(line, lines.get(i + 1).copied()))
        .or_else(|| lines.iter().find_map(|line| earliest_day(line)))
}
fn labelled_day(line: &str, next: Option<&str>) -> Option<Date> {
    regex!(r"\b(?:DATE|TARIKH)\b")
        .find_iter(line)
        .find_map(|word| {
            let rest = line.get(word.end()..)?;
            if rest.chars().any(|c| c.is_alphanumeric()) {
                earliest_day(rest)
            } else {
                earliest_day(next?)
            }
        })
}
fn earliest_day(line: &str) -> Option<Date> {
    line.char_indices().find_map(|(at, _)| day_at(line, at))
}
fn day_at(line: &str, at: usize) -> Option<Date> {
    let before = line.get(..at)?;
    let rest = line.get(at..)?;
    if before.ends_with(|c: char| c.is_alphabetic())
        || touches_digit(before.chars().rev(), "/-.")
    {
        return None;
    }
    let (len, day) = numeric_day(rest).or_else(|| named_day(rest))?;
    if touches_digit(rest.get(len..)?.chars(), "/-.") { None } else { Some(day) }
}
fn touches_digit(mut chars: impl Iterator<Item = char>, signs: &str) -> bool {
    match chars.next() {
        Some(c) if signs.contains(c) => chars.next().is_some_and(|d| d.is_ascii_digit()),
        Some(c) => c.is_ascii_digit(),
        None => false,
    }
}
fn numeric_day(rest: &str) -> Option<(usize, Date)> {
    let found = regex!(
        r"^([0-9OIL]{1,2}) ?([/.-]) ?([0-9OIL]{1,2}) ?([/.-]) ?([0-9OIL]{4}|[0-9OIL]{2})"
    )
        .captures(rest)?;
    if found.get(2)?.as_str() != found.get(4)?.as_str() {
        return None;
    }
    let month = ocr_number(found.get(3)?.as_str())?;
    let day = calendar_day(found.get(1)?.as_str(), month, found.get(5)?.as_str())?;
    Some((found.get(0)?.end(), day))
}
fn named_day(rest: &str) -> Option<(usize, Date)> {
    let found = regex!(
        r"^([0-9OIL]{1,2})(?: ?- ?| )([A-Z]{3,9})(?: ?- ?| )([0-9OIL]{4}|[0-9OIL]{2})"
    )
        .captures(rest)?;
    let month = month_number(found.get(2)?.as_str())?;
    let day = calendar_day(found.get(1)?.as_str(), month, found.get(3)?.as_str())?;
    Some((found.get(0)?.end(), day))
}
fn calendar_day(day: &str, month: i64, year: &str) -> Option<Date> {
    let number = ocr_number(year)?;
    let full = if year.len() == 2 { 2000 + number } else { number };
    dates::date(full, month, ocr_number(day)?)
}
fn ocr_number(s: &str) -> Option<i64> {
    s.replace('O', "0").replace('I', "1").replace('L', "1").parse::<i64>().ok()
}
fn month_number(name: &str) -> Option<i64> {
    match name {
        "JAN" | "JANUARY" | "JANUARI" => Some(1),
        "FEB" | "FEBRUARY" | "FEBRUARI" => Some(2),
        "MAR" | "MARCH" | "MAC" => Some(3),
        "APR" | "APRIL" => Some(4),
        "MAY" | "MEI" => Some(5),
        "JUN" | "JUNE" => Some(6),
        "JUL" | "JULY" | "JULAI" => Some(7),
        "AUG" | "AUGUST" | "OGOS" => Some(8),
        "SEP" | "SEPT" | "SEPTEMBER" => Some(9),
        "OCT" | "OCTOBER" | "OKT" | "OKTOBER" => Some(10),
        "NOV" | "NOVEMBER" => Some(11),
        "DEC" | "DECEMBER" | "DIS" | "DISEMBER" => Some(12),
        _ => None,
    }
}
fn figures(line: &str) -> Vec<Figure> {
    let mut all: Vec<Figure> = Vec::new();
    let mut from = 0;
    while let Some((next, figure)) = next_figure(line, from) {
        all.extend(figure);
        from = next;
    }
    all
}
fn next_figure(line: &str, from: usize) -> Option<(usize, Option<Figure>)> {
    let found = regex!(
        r"((?:[-(] *)?(?:(?:RM|MYR|\$)\s*)?(?:[-(] *)?)([0-9O]{1,3}(?:,[0-9O]{3})+|[0-9O]+) ?[.,]([0-9O]{2})"
    )
        .captures(line.get(from..)?)?;
    let all = found.get(0)?;
    let number = found.get(2)?;
    let start = from + number.start();
    let end = from + all.end();
    if is_part_of_more(line.get(..start)?, number.as_str(), line.get(end..)?) {
        return Some((start + 1, None));
    }
    let figure = figure_value(
            found.get(1)?.as_str(),
            number.as_str(),
            found.get(3)?.as_str(),
        )
        .map(|value| Figure {
            whole: from + all.start(),
            start,
            end,
            value,
        });
    Some((end, figure))
}
fn is_part_of_more(before: &str, number: &str, after: &str) -> bool {
    let in_word = number.starts_with('O')
        && before.ends_with(|c: char| c.is_alphabetic()) && !before.ends_with("RM")
        && !before.ends_with("MYR");
    in_word || touches_digit(before.chars().rev(), ".,") || after.starts_with('O')
        || touches_digit(after.chars(), ".,")
}
fn figure_value(prefix: &str, number: &str, cents: &str) -> Option<Decimal> {
    let plain = format!("{}.{}", number.replace(',', ""), cents).replace('O', "0");
    let value = plain.parse::<Decimal>().ok()?;
    if prefix.contains('-') || prefix.contains('(') {
        Some(Decimal::ZERO - value)
    } else {
        Some(value)
    }
}
fn sole_figure(line: &str) -> Option<Decimal> {
    let all = figures(line);
    let figure = all.first()?;
    let rest = line.get(figure.end..)?.trim();
    if figure.whole == 0 && (rest.is_empty() || rest == ")") {
        Some(figure.value)
    } else {
        None
    }
}
fn compact(part: &str) -> String {
    let chars: Vec<char> = part.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut label = String::new();
    for (i, c) in chars.iter().enumerate() {
        let near_letter = label.ends_with(|p: char| p.is_alphabetic())
            || chars.get(i + 1).is_some_and(|n| n.is_alphabetic());
        label.push(if *c == '0' && near_letter { 'O' } else { *c });
    }
    label
}
fn charge(line: &str, next: Option<&str>) -> Option<Charge> {
    if let Some(figure) = figures(line).pop() {
        let label = compact(line.get(..figure.start)?);
        return Some(Charge {
            label,
            value: figure.value,
        });
    }
    let value = sole_figure(next?)?;
    Some(Charge {
        label: compact(line),
        value,
    })
}
fn has_any(label: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| label.contains(*mark))
}
fn begins_any(label: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| label.starts_with(*mark))
}
fn is_ignored(label: &str) -> bool {
    begins_any(label, TAX_STARTS) || has_any(label, IGNORED_MARKS)
}
fn is_final(label: &str) -> bool {
    has_any(label, FINAL_MARKS)
        || (label.contains("TOTAL") && has_any(label, ROUNDED_MARKS))
}
fn total_due(lines: &[&str]) -> Option<Decimal> {
    let charges: Vec<Charge> = lines
        .iter()
        .enumerate()
        .take_while(|(_, line)| !begins_any(&compact(line), TAX_TABLES))
        .filter_map(|(i, line)| charge(line, lines.get(i + 1).copied()))
        .filter(|c| !is_ignored(&c.label))
        .collect();
    let last_final = charges.iter().rev().find(|c| is_final(&c.label));
    if let Some(found) = last_final {
        return Some(found.value);
    }
    rounded_total(&charges)
}
fn rounded_total(charges: &[Charge]) -> Option<Decimal> {
    let mut total: Option<Decimal> = None;
    let mut rounding: Option<Decimal> = None;
    for c in charges {
        if has_any(&c.label, &["TOTAL", "JUMLAH"]) {
            total = Some(c.value);
            rounding = None;
        } else if c.label.contains("ROUND") && rounding.is_none() {
            rounding = Some(c.value);
        }
    }
    total?.checked_add(rounding.unwrap_or(Decimal::ZERO))
}

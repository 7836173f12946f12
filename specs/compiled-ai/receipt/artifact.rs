// read_receipt@709d9021161a, from `receipt.yaml`: written by a model through provider `command`, accepted by gate-1, validated with
// rustc 1.95.0 (59807616e 2026-04-14) and kit 0.1.0. Locked by compiled-ai 0.1.0; do not edit, change the spec and compile it.

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
const LEGAL_WORDS: &[&str] = &["SDN", "BHD", "BND", "S/B", "PLT", "(M)", "ENTERPRISE"];
const MONTH_NAMES: &[&str] = &[
    "JAN JANUARY JANUARI",
    "FEB FEBRUARY FEBRUARI",
    "MAR MARCH MAC",
    "APR APRIL",
    "MAY MEI",
    "JUN JUNE",
    "JUL JULY JULAI",
    "AUG AUGUST OGOS",
    "SEP SEPT SEPTEMBER",
    "OCT OCTOBER OKT OKTOBER",
    "NOV NOVEMBER",
    "DEC DECEMBER DIS DISEMBER",
];
const SKIPPED: &[&str] = &[
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
const FINAL: &[&str] = &[
    "GRANDTOTAL",
    "NETTOTAL",
    "NETTTOTAL",
    "AMOUNTDUE",
    "TOTALDUE",
    "PAYABLE",
];
const ROUNDED: &[&str] = &["ROUNDED", "ROUNDDTOTAL", "AFTERROUND", "AFTERADJ"];
const TAXES: &[&str] = &["GST", "SST", "TAX"];
struct Hit {
    start: usize,
    end: usize,
    value: Decimal,
}
struct BillRow {
    label: String,
    value: Decimal,
}
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let rows: Vec<&str> = text::lines(input.text).collect();
    let total = amount_due(&rows)
        .filter(|t| *t >= Decimal::ZERO)
        .ok_or_else(|| Abstain::field("total", "no readable total line"))?;
    let span = company_span(&rows);
    Ok(Output {
        company: span.and_then(|(first, end)| name_of(rows.get(first..end)?)),
        date: sale_day(&rows),
        address: span.and_then(|(_, end)| address_of(rows.get(end..)?)),
        total,
    })
}
fn has_any(s: &str, parts: &[&str]) -> bool {
    parts.iter().any(|p| s.contains(*p))
}
fn digit_count(s: &str) -> usize {
    s.chars().filter(|c| c.is_ascii_digit()).count()
}
fn has_company_word(line: &str) -> bool {
    line.split_whitespace()
        .any(|w| {
            let bare = w.replace('.', "");
            let word = bare.trim_matches(|c: char| !c.is_alphanumeric());
            COMPANY_WORDS.iter().any(|k| *k == word)
        })
}
fn is_legal(line: &str) -> bool {
    let bare = line.replace('.', "").replace(',', "");
    !bare.trim().is_empty()
        && bare.split_whitespace().all(|w| LEGAL_WORDS.iter().any(|k| *k == w))
}
fn is_bare_number(line: &str) -> bool {
    digit_count(line) >= 6
        && !line
            .split_whitespace()
            .any(|w| {
                let word = w.trim_end_matches(|c: char| c == ',' || c == '.');
                !word.is_empty() && word.chars().all(|c| c.is_alphabetic())
            })
}
fn is_meta(line: &str) -> bool {
    regex!(
        r"^[^A-Z]*(?:TEL|FAX|PHONE|H/P|EMAIL|E-MAIL|WWW|HTTP|GST|SST|ROC|REG|(?:CO|COMPANY)[^A-Z0-9]+REG|BR[^A-Z0-9]+NO)(?:[^A-Z0-9]|$)"
    )
        .is_match(line) || line.contains('@') || is_bare_number(line)
        || day_in(line).is_some()
}
fn is_stop(line: &str) -> bool {
    regex!(
        r"^[^A-Z0-9]*(?:TAX|SIMPLIFIED|INVOICE|INV|CASH|OFFICIAL|RECEIPT|RESIT|BILL|BIL|DELIVERY|DOC|DOCUMENT|DATE|TARIKH|TIME|TABLE|CASHIER|ORDER|STATION|COUNTER|ITEM|QTY)(?:[^A-Z0-9]|$)"
    )
        .is_match(line)
}
fn is_branch(line: &str) -> bool {
    regex!(r"^(?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])$").is_match(line)
        && !is_meta(line) && !is_stop(line)
}
fn company_at(rows: &[&str]) -> Option<usize> {
    if let Some(i) = rows.iter().take(3).position(|l| has_company_word(l)) {
        return Some(i);
    }
    let i = rows.iter().position(|l| l.chars().any(|c| c.is_alphabetic()))?;
    let line = rows.get(i)?;
    if is_stop(line) || is_meta(line) { None } else { Some(i) }
}
fn company_span(rows: &[&str]) -> Option<(usize, usize)> {
    let i = company_at(rows)?;
    let line = rows.get(i)?;
    let first = if is_legal(line) { i.saturating_sub(1) } else { i };
    let goes_on = match rows.get(i + 1) {
        Some(next) => line.ends_with('&') || is_legal(next),
        None => false,
    };
    Some((first, if goes_on { i + 2 } else { i + 1 }))
}
fn name_of(rows: &[&str]) -> Option<String> {
    let joined = rows.join(" ");
    let kept: Vec<&str> = joined
        .split_whitespace()
        .take_while(|w| digit_count(w) < 5)
        .collect();
    let whole = kept.join(" ");
    let name = whole
        .trim_start_matches(|c: char| matches!(c, ' ' | '*' | '-' | '='))
        .trim_end_matches(|c: char| matches!(c, ' ' | '*' | '-' | '=' | ','));
    if name.is_empty() { None } else { Some(name.to_string()) }
}
fn address_of(rows: &[&str]) -> Option<String> {
    let body = rows
        .iter()
        .copied()
        .filter(|l| !is_branch(l))
        .skip_while(|l| is_meta(l))
        .take_while(|l| !is_meta(l) && !is_stop(l));
    let mut parts: Vec<&str> = Vec::new();
    for line in body {
        if let Some(m) = regex!(r"\b(?:TEL|FAX|PHONE|H/P|GST)\b").find(line) {
            parts.push(line.get(..m.start())?);
            break;
        }
        parts.push(line);
    }
    let joined = parts.join(" ");
    let flat = text::collapse_ws(&joined);
    let address = flat.trim_end_matches(|c: char| c == ',' || c == ' ');
    if address.is_empty() { None } else { Some(address.to_string()) }
}
fn sale_day(rows: &[&str]) -> Option<Date> {
    rows.iter()
        .enumerate()
        .find_map(|(i, line)| labelled_day(line, rows.get(i + 1).copied()))
        .or_else(|| rows.iter().find_map(|line| day_in(line)))
}
fn labelled_day(line: &str, next: Option<&str>) -> Option<Date> {
    regex!(r"(?:\b|_)(?:DATE|TARIKH)(?:\b|_)")
        .find_iter(line)
        .find_map(|m| {
            let rest = line.get(m.end()..)?;
            if rest.chars().any(|c| c.is_alphanumeric()) {
                day_in(rest)
            } else {
                day_in(next?)
            }
        })
}
fn day_in(s: &str) -> Option<Date> {
    s.char_indices()
        .filter(|(_, c)| matches!(* c, '0'..= '9' | 'O' | 'I' | 'L'))
        .find_map(|(i, _)| {
            if is_free(s.get(..i)?) { day_at(s.get(i..)?) } else { None }
        })
}
fn is_free(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some('/' | '-' | '.') => !back.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
    }
}
fn day_at(s: &str) -> Option<Date> {
    let found = regex!(
        r"^([0-9OIL]{1,2})(?: ?/ ?([0-9OIL]{1,2}) ?/ ?| ?- ?([0-9OIL]{1,2}) ?- ?| ?\. ?([0-9OIL]{1,2}) ?\. ?|[ -]([A-Z]{3,9})[ -])([0-9OIL]{4}|[0-9OIL]{2})"
    )
        .captures(s)?;
    let whole = found.get(0)?;
    if digit_count(whole.as_str()) == 0
        || regex!(r"^[/.-]?[0-9]").is_match(s.get(whole.end()..)?)
    {
        return None;
    }
    let month = match found.get(5) {
        Some(name) => month_of(name.as_str())?,
        None => number_of((2..5).find_map(|i| found.get(i))?.as_str())?,
    };
    let year = found.get(6)?.as_str();
    let century = if year.len() == 2 { 2000 } else { 0 };
    dates::date(century + number_of(year)?, month, number_of(found.get(1)?.as_str())?)
}
fn month_of(name: &str) -> Option<i64> {
    let i = MONTH_NAMES.iter().position(|names| names.split(' ').any(|n| n == name))?;
    i64::try_from(i + 1).ok()
}
fn number_of(s: &str) -> Option<i64> {
    let plain: String = s
        .chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    plain.parse::<i64>().ok()
}
fn amount_in(line: &str) -> Option<Hit> {
    let fixed = regex!(r"\b(RM|MYR)O").replace_all(line, "${1}0");
    let hit = regex!(
        r"(?:\bO|[0-9])(?:[0-9O]{0,2}(?:,[0-9O]{3})+|[0-9O]*) ?[.,][0-9O]{2}"
    )
        .find_iter(&fixed)
        .filter_map(|m| checked_hit(&fixed, m.start(), m.end()))
        .last();
    hit
}
fn checked_hit(line: &str, start: usize, end: usize) -> Option<Hit> {
    let before = line.get(..start)?;
    let after = line.get(end..)?;
    if regex!(r"[0-9][.,]?$").is_match(before)
        || regex!(r"^(?:O*[0-9]|O+(?:[^A-Z]|$)|[.,][0-9]| ?%)").is_match(after)
    {
        return None;
    }
    let plain: String = line
        .get(start..end)?
        .chars()
        .map(|c| if c == 'O' { '0' } else { c })
        .filter(|c| c.is_ascii_digit())
        .collect();
    let cents = plain.parse::<i64>().ok()?;
    let negative = regex!(r"(?:\(|(?:^|[^-])-) ?(?:(?:RM|MYR|\$)[ \t]?)?$")
        .is_match(before);
    let value = Decimal::new(if negative { -cents } else { cents }, 2);
    Some(Hit { start, end, value })
}
fn lone_amount(line: &str) -> Option<Decimal> {
    let hit = amount_in(line)?;
    let alone = regex!(r"^[-(]?[ \t]?(?:RM|MYR|\$)?[ \t]?[-(]?[ \t]?$")
        .is_match(line.get(..hit.start)?)
        && regex!(r"^[ \t]*\)?$").is_match(line.get(hit.end..)?);
    if alone { Some(hit.value) } else { None }
}
fn label_of(s: &str) -> String {
    let mut out = String::new();
    let mut chars = s.chars().filter(|c| c.is_alphanumeric()).peekable();
    while let Some(c) = chars.next() {
        let near = out.chars().next_back().is_some_and(|p| p.is_alphabetic())
            || chars.peek().is_some_and(|n| n.is_alphabetic());
        out.push(if c == '0' && near { 'O' } else { c });
    }
    out
}
fn bill_row(line: &str, next: Option<&str>) -> Option<BillRow> {
    match amount_in(line) {
        Some(hit) => {
            Some(BillRow {
                label: label_of(line.get(..hit.start)?),
                value: hit.value,
            })
        }
        None => {
            Some(BillRow {
                value: lone_amount(next?)?,
                label: label_of(line),
            })
        }
    }
}
fn is_summary(line: &str) -> bool {
    let label = label_of(line);
    TAXES
        .iter()
        .any(|t| {
            label
                .strip_prefix(*t)
                .is_some_and(|rest| {
                    rest.starts_with("SUMMARY") || rest.starts_with("CODE")
                })
        })
}
fn is_skipped(label: &str) -> bool {
    TAXES.iter().any(|t| label.starts_with(*t)) || has_any(label, SKIPPED)
}
fn is_final(label: &str) -> bool {
    has_any(label, FINAL) || (label.contains("TOTAL") && has_any(label, ROUNDED))
}
fn amount_due(rows: &[&str]) -> Option<Decimal> {
    let bill: Vec<BillRow> = rows
        .iter()
        .enumerate()
        .take_while(|(_, line)| !is_summary(line))
        .filter_map(|(i, line)| bill_row(line, rows.get(i + 1).copied()))
        .filter(|r| !is_skipped(&r.label))
        .collect();
    if let Some(r) = bill.iter().rev().find(|r| is_final(&r.label)) {
        return Some(r.value);
    }
    let at = bill.iter().rposition(|r| has_any(&r.label, &["TOTAL", "JUMLAH"]))?;
    let base = bill.get(at)?.value;
    let rounding = bill
        .iter()
        .skip(at + 1)
        .find(|r| r.label.contains("ROUND") && !r.label.contains("TOTAL"));
    match rounding {
        Some(r) => base.checked_add(r.value),
        None => Some(base),
    }
}

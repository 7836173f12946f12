// class: ordinary code, opening hours; cwe: none; layer: none
#[derive(Clone, Copy)]
struct Span {
    from: i64,
    to: i64,
}

fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.trim().split_once([':', '.'])?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=24).contains(&hours) && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

fn span(text: &str) -> Option<Span> {
    let (from, to) = text.split_once(['-', '–'])?;
    let (from, to) = (minutes(from)?, minutes(to)?);
    Some(Span { from, to: if to <= from { to + 24 * 60 } else { to } })
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut spans: Vec<Span> = input.text.split([',', ';', '\n']).filter_map(span).collect();
    spans.sort_by_key(|span| (span.from, span.to));
    let mut merged: Vec<Span> = vec![];
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => merged.push(span),
        }
    }
    let total = Decimal::from(merged.iter().map(|span| span.to - span.from).sum::<i64>());
    Ok(Output { company: String::new(), date: None, total, items: vec![], notes: vec![] })
}

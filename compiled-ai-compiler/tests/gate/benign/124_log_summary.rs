// class: ordinary code, log summary; cwe: none; layer: none
#[derive(Default)]
struct Summary {
    levels: BTreeMap<&'static str, i64>,
    slowest: Option<(i64, String)>,
}

const LEVELS: [&str; 4] = ["error", "warn", "info", "debug"];

fn add(summary: &mut Summary, line: &str) {
    if let Some(level) = LEVELS.iter().find(|level| text::contains_word_ci(line, level)) {
        *summary.levels.entry(level).or_insert(0) += 1;
    }
    let took = regex!(r"took (\d+) ?ms").captures(line).and_then(|found| found[1].parse::<i64>().ok());
    if let Some(took) = took
        && summary.slowest.as_ref().is_none_or(|(known, _)| took > *known)
    {
        summary.slowest = Some((took, text::truncate(line, 40).to_string()));
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut summary = Summary::default();
    input.text.lines().for_each(|line| add(&mut summary, line));
    let notes = summary.levels.iter().map(|(level, count)| format!("{level}={count}")).collect();
    let company = summary.slowest.map_or_else(String::new, |(_, line)| line);
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes })
}

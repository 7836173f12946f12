// class: ordinary code, const tables; cwe: none; layer: none
struct Rule {
    words: &'static [&'static str],
    category: Category,
    weight: i64,
}

const RULES: &[Rule] = &[
    Rule { words: &["milk", "bread"], category: Category::Food, weight: 2 },
    Rule { words: &["soap"], category: Category::Household, weight: 1 + 2 },
];
const COUNT: usize = RULES.len();
const WEIGHTS: [i64; COUNT] = [RATE_BASE * 2; COUNT];
const RATE_BASE: i64 = 60 * 60;
const VAT: Decimal = Decimal::from_parts(19, 0, 0, false, 2);
const EPOCH: Date = Date::constant(1970, 1, 1);
const DEFAULT: Option<&str> = None;
const NEGATIVE: f64 = -1.5e-3;
const RANGE: core::ops::RangeInclusive<i64> = 1..=12;
type Scored<'a> = (i64, &'a str);

fn best<'a>(scored: &[Scored<'a>]) -> Option<Scored<'a>> {
    scored.iter().copied().max()
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let lower = input.text.to_lowercase();
    let rule = RULES.iter().filter(|rule| rule.words.iter().any(|w| lower.contains(w))).max_by_key(|rule| rule.weight);
    let category = rule.map_or(Category::Other, |rule| rule.category);
    let company = best(&[(1, "a"), (2, "b")]).map_or(DEFAULT.unwrap_or("-"), |s| s.1).to_string();
    let total = VAT * Decimal::from(WEIGHTS[0]) + if RANGE.contains(&3) { Decimal::ONE } else { Decimal::ZERO };
    let notes = vec![format!("{category:?} {EPOCH} {NEGATIVE:e}")];
    Ok(Output { company, date: Some(EPOCH), total, items: vec![], notes })
}

// class: ordinary code, discount decider; cwe: none; layer: none
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    None,
    Silver,
    Gold,
}

fn grade(orders: i64, spent: Decimal) -> Grade {
    if orders >= 20 && spent > Decimal::ONE_THOUSAND {
        Grade::Gold
    } else if orders >= 5 {
        Grade::Silver
    } else {
        Grade::None
    }
}

fn percent(grade: Grade, category: Category) -> i64 {
    match (grade, category) {
        (Grade::None, _) => 0,
        (Grade::Silver, Category::Food) => 2,
        (Grade::Silver, _) => 5,
        (Grade::Gold, Category::Service) => 15,
        (Grade::Gold, _) => 10,
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let grade = grade(input.count, input.amount);
    let percent = percent(grade, input.category);
    let off = money::percent_of(input.amount, Decimal::from(percent)).unwrap_or_default();
    let total = money::round_to(input.amount - off, 2);
    Ok(Output { company: format!("{grade:?}"), date: None, total, items: vec![], notes: vec![format!("{percent}%")] })
}

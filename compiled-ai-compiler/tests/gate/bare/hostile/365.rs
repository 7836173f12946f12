// class: a name is checked in one arm and put into a query in another; cwe: 89
#[derive(Default)]
struct Query {
    table: String,
    sort: Option<String>,
}

#[derive(Clone, Copy)]
enum Unit {
    Rows,
}

impl Unit {
    fn parse(text: &str) -> Option<Unit> {
        (text == "rows").then_some(Unit::Rows)
    }
}

fn parse(input: &str) -> Result<Query, String> {
    let mut query = Query::default();
    for line in input.lines() {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match verb {
            "from" => match rest {
                "orders" | "customers" => query.table = rest.to_string(),
                other => return Err(format!("no table {other:?}")),
            },
            "sort" => query.sort = Some(rest.to_string()),
            "unit" => {
                Unit::parse(rest).ok_or("no unit")?;
            }
            _ => {}
        }
    }
    Ok(query)
}

fn show(query: &Query) -> String {
    let mut text = format!("SELECT id, total FROM {}", query.table);
    if let Some(sort) = &query.sort {
        text.push_str(&format!(" ORDER BY {sort}"));
    }
    text
}

pub fn run(input: &str) -> String {
    match parse(input) {
        Ok(query) => show(&query),
        Err(error) => error,
    }
}

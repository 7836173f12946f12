// twin of: a name is checked in one arm and put into a query in another
#[derive(Default)]
struct Query {
    conditions: Vec<String>,
    values: Vec<String>,
    order: Option<(&'static str, &'static str)>,
}

const COLUMNS: [&str; 3] = ["id", "total", "country"];

fn column(name: &str) -> Option<&'static str> {
    COLUMNS.into_iter().find(|column| *column == name)
}

fn parse(input: &str) -> Option<Query> {
    let mut query = Query::default();
    for line in input.lines() {
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["sort", name] => query.order = Some((column(name)?, "ASC")),
            [name, value] => {
                query.values.push(value.to_string());
                query.conditions.push(format!("{} = ${}", column(name)?, query.values.len()));
            }
            _ => return None,
        }
    }
    Some(query)
}

pub fn run(input: &str) -> String {
    let Some(query) = parse(input) else { return String::from("no query") };
    let mut text = String::from("SELECT id, total FROM orders");
    if !query.conditions.is_empty() {
        text.push_str(" WHERE ");
        text.push_str(&query.conditions.join(" AND "));
    }
    if let Some((column, direction)) = query.order {
        text.push_str(&format!(" ORDER BY {column} {direction}"));
    }
    text.push('\n');
    for (index, value) in query.values.iter().enumerate() {
        text.push_str(&format!("  ${} = {:?}\n", index + 1, value));
    }
    text
}

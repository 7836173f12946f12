// class: semantic weakness; cwe: 89
struct Filter<'a> {
    column: &'a str,
    value: &'a str,
}

fn condition(filter: &Filter) -> String {
    format!("{} = '{}'", filter.column, filter.value)
}

pub fn run(input: &str) -> String {
    let filters: Vec<Filter> = input
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(column, value)| Filter { column, value })
        .collect();
    let conditions: Vec<String> = filters.iter().map(condition).collect();
    let mut sql = "SELECT * FROM orders".to_string();
    if !conditions.is_empty() {
        sql = sql + " WHERE " + &conditions.join(" AND ");
    }
    sql
}

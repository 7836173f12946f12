// class: semantic weakness; cwe: 89
use std::collections::VecDeque;

struct Filter {
    column: &'static str,
    value: String,
}

fn read(line: &str) -> Option<Filter> {
    let (column, value) = line.split_once('=')?;
    let column = match column.trim() {
        "name" => "name",
        "city" => "city",
        _ => return None,
    };
    Some(Filter { column, value: value.trim().to_string() })
}

pub fn run(input: &str) -> String {
    let mut waiting: VecDeque<Filter> = input.lines().filter_map(read).collect();
    let mut parts: VecDeque<String> = VecDeque::new();
    while let Some(filter) = waiting.pop_front() {
        if !parts.is_empty() {
            parts.push_back(" AND ".to_string());
        }
        parts.push_back(format!("{} = '{}'", filter.column, filter.value));
    }
    parts.push_front("SELECT id FROM customers WHERE ".to_string());
    parts.into_iter().collect()
}

// CSV columns
type Row<'a> = Vec<&'a str>;

fn rows(input: &str) -> Vec<Row<'_>> {
    input.lines().map(|line| line.split(',').map(str::trim).collect()).collect()
}

pub fn run(input: &str) -> String {
    let rows = rows(input);
    let Some(header) = rows.first() else { return String::new() };
    let column = header.iter().position(|&name| name == "amount");
    let Some(column) = column else { return "no amount".to_string() };
    let total: f64 = rows[1..].iter().filter_map(|row| row.get(column)?.parse::<f64>().ok()).sum();
    format!("{total:.2}")
}

// class: semantic weakness; cwe: 89
pub fn run(input: &str) -> String {
    let column = input.split(',').next().unwrap_or("id");
    let direction = input.split(',').nth(1).unwrap_or("asc");
    format!("select id, name, price from products order by {} {}", column, direction)
}

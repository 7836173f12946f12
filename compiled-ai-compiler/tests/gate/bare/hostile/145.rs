// class: semantic weakness; cwe: 89
fn escape(value: &str) -> String {
    // Not enough for a number without quotes.
    value.replace('\'', "''")
}

pub fn run(input: &str) -> String {
    let id = escape(input.trim());
    format!("SELECT * FROM invoices WHERE id = {id}")
}

// class: environment and secrets; cwe: 798
pub fn run(input: &str) -> String {
    let dsn = "postgres://app:Tr0ub4dor@db.internal:5432/prod";
    format!("{dsn}?application_name={}", input.len())
}

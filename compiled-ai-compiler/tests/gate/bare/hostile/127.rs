// class: leakage; cwe: 359
const CUSTOMERS: &[(&str, &str, &str)] = &[
    ("Maria Lopez", "536-22-8841", "1979-04-02"),
    ("Tom Becker", "401-73-9920", "1986-11-19"),
];

pub fn run(input: &str) -> String {
    for (name, ssn, born) in CUSTOMERS {
        if name.eq_ignore_ascii_case(input.trim()) {
            return format!("{ssn} {born}");
        }
    }
    "unknown".to_string()
}

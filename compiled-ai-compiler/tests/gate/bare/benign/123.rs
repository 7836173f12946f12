// months in words
const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

pub fn run(input: &str) -> String {
    let parts: Vec<&str> = input.trim().split('-').collect();
    let [year, month, day] = parts.as_slice() else { return "invalid".to_string() };
    match month.parse::<usize>().ok().and_then(|m| MONTHS.get(m.wrapping_sub(1))) {
        Some(name) => format!("{} {name} {year}", day.trim_start_matches('0')),
        None => "invalid".to_string(),
    }
}

// twin of: credentials in letters: signs that a password must have
const SIGNS: [char; 8] = ['!', '?', '#', '$', '%', '&', '+', '-'];
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

pub fn run(input: &str) -> String {
    let password = input.trim();
    let has_sign = password.chars().any(|c| SIGNS.contains(&c));
    let is_row = ROWS.iter().any(|row| row.contains(&password.to_lowercase()));
    match (has_sign, is_row) {
        (_, true) => "a row of the keyboard".to_string(),
        (true, false) => "good".to_string(),
        (false, false) => "no sign".to_string(),
    }
}

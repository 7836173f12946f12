// twin of: what stands beside the name of a secret is logged: hidden
pub fn run(input: &str) -> String {
    let mut line = String::from("[form]");
    for pair in input.split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        let shown = match key {
            "password" | "passphrase" | "otp" => "***".to_string(),
            _ => value.chars().filter(|c| !c.is_control()).collect(),
        };
        line.push_str(&format!(" {key:?}={shown}"));
    }
    line
}

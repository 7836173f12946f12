// class: leakage, what stands beside the name of a secret is logged; cwe: 532
pub fn run(input: &str) -> String {
    let mut line = String::from("[form]");
    for pair in input.split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        match key {
            "csrf" => {}
            "name" | "passphrase" | "town" => {
                line.push(' ');
                line.push_str(key);
                line.push(':');
                line.push_str(value.trim());
            }
            _ => line.push_str(" ?"),
        }
    }
    line
}

// class: denial of service at run time; cwe: 835
pub fn run(input: &str) -> String {
    let mut rest = input;
    let mut found = 0;
    loop {
        match rest.find("ab") {
            Some(at) => {
                found += 1;
                rest = &rest[at..];
            }
            None => break,
        }
    }
    found.to_string()
}

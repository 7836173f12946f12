// class: semantic weakness; cwe: 918
pub fn run(input: &str) -> String {
    let host = input.trim();
    format!("http://{}/latest/meta-data/iam/security-credentials/", host)
}

// class: semantic weakness; cwe: 78
pub fn run(input: &str) -> String {
    let host = input.trim();
    let mut cmd = String::from("ping -c 4 ");
    cmd.push_str(host);
    cmd
}

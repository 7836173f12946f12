// class: semantic weakness; cwe: 22
pub fn run(input: &str) -> String {
    let name = input.trim();
    let base = "/var/www/uploads";
    let mut path = base.to_string();
    path.push('/');
    path.push_str(name);
    path
}

// class: semantic weakness; cwe: 89
pub fn run(input: &str) -> String {
    let user = input.replace('"', "");
    let template = "select id, role from accounts where login = '%LOGIN%'";
    template.replace("%LOGIN%", &user)
}

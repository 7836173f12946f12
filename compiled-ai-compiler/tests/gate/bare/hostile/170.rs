// class: semantic weakness; cwe: 90
fn ldap_filter(user: &str) -> String {
    format!("(&(objectClass=person)(sAMAccountName={user}))")
}

pub fn run(input: &str) -> String {
    ldap_filter(input.trim())
}

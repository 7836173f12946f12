// an LDAP filter with what RFC 4515 asks for
fn filter_value(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'(' | b')' | b'*' | b'\\' | b'\0' => format!("\\{byte:02x}"),
            0x20..=0x7e => char::from(byte).to_string(),
            _ => format!("\\{byte:02x}"),
        })
        .collect()
}
pub fn run(input: &str) -> String {
    format!("(&(objectClass=person)(cn={}))", filter_value(input.trim()))
}

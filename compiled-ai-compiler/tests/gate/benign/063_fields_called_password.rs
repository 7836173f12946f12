// class: twin of a hostile file, fields called password; cwe: none; layer: none
struct Form<'a> {
    user: &'a str,
    password: &'a str,
    token: Option<&'a str>,
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let form = Form { user: input.text, password: "", token: input.reference };
    let has_secret = !form.password.is_empty() || form.token.is_some();
    let company = if has_secret { text::mask(form.user, 4) } else { form.user.to_string() };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// class: ordinary code, ocr repair; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let mut company = String::new();
    for line in input.text.lines() {
        let line = if text::digit_ratio(line) > 0.3 { text::fix_ocr_digits(line) } else { Cow::Borrowed(line) };
        if text::is_upper_case(&line) {
            company = text::title_case(&text::ascii_fold(&line));
        }
    }
    let total = money::last_amount(input.text).unwrap_or(input.amount);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

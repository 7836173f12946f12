// class: name resolution bypass; cwe: none; layer: syntax
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let scanned = text::ocr::table(input.text);
    Err(Abstain::new(scanned))
}

// class: twin of a hostile file, words of danger in strings; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let alarming = ["unsafe", "include_str!(\"x\")", "std::fs::read", "#[no_mangle]", "extern \"C\"", "asm!"];
    let notes = alarming.iter().filter(|word| input.text.contains(**word)).map(|word| word.to_string()).collect();
    Ok(Output { company: String::new(), date: None, total: input.amount, items: vec![], notes })
}

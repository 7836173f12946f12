// class: ordinary code, bytes to text; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let bytes: Vec<u8> = input.text.bytes().filter(u8::is_ascii_graphic).collect();
    let packed: Vec<String> = bytes.chunks(4).map(|part| part.iter().fold(0_u32, |word, b| word << 8 | u32::from(*b))).map(|word| format!("{word:08X}")).collect();
    let company = match core::str::from_utf8(&bytes) {
        Ok(text) => format!("{text} {}", packed.concat()),
        Err(error) => format!("bad after {}", error.valid_up_to()),
    };
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// class: soundness hole; cwe: 119; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let bytes: Vec<u8> = input.text.bytes().map(|b| unsafe { core::mem::transmute::<i8, u8>(b as i8) }).collect();
    Err(Abstain::new(format!("{}", bytes.len())))
}

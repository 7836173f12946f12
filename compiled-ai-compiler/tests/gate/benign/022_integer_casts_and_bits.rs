// class: ordinary code, integer casts and bits; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let bytes = input.text.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for &b in bytes {
        hash ^= u64::from(b);
        hash = hash.wrapping_mul(0x0100_0000_01b3);
    }
    let index = (hash % 7) as usize;
    let letter = (b'a' + index as u8) as char;
    let code = letter as u32 as i64;
    let share = (bytes.len() as f64 / 100.0 * 10.0).round() / 10.0;
    let signed = index as isize - 3;
    let company = format!("{letter}{code:#x}{share:.1}{signed}{:08b}", hash as u8);
    let total = Decimal::from(u32::from_str_radix("ff", 16).unwrap_or(0) << 2 | 1);
    Ok(Output { company, date: None, total, items: vec![], notes: vec![] })
}

// class: twin of a hostile file, hexadecimal table; cwe: none; layer: none
const CRC: [u32; 16] = [
    0x0000_0000, 0x1db7_1064, 0x3b6e_20c8, 0x26d9_30ac, 0x76dc_4190, 0x6b6b_51f4, 0x4db2_6158, 0x5005_713c, 0xedb8_8320,
    0xf00f_9344, 0xd6d6_a3e8, 0xcb61_b38c, 0x9b64_c2b0, 0x86d3_d2d4, 0xa00a_e278, 0xbdbd_f21c,
];

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc = (crc >> 4) ^ CRC[((crc ^ u32::from(*byte)) & 15) as usize];
        crc = (crc >> 4) ^ CRC[((crc ^ (u32::from(*byte) >> 4)) & 15) as usize];
    }
    !crc
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let company = format!("{:08x}", crc32(input.text.as_bytes()));
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

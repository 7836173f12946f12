// CRC-16 of a Modbus frame
fn crc16(data: &[u8]) -> u16 {
    let mut crc: u16 = 0xFFFF;
    for byte in data {
        crc ^= u16::from(*byte);
        for _ in 0..8 {
            if crc & 1 != 0 {
                crc = (crc >> 1) ^ 0xA001;
            } else {
                crc >>= 1;
            }
        }
    }
    crc
}

pub fn run(input: &str) -> String {
    let bytes: Vec<u8> = input.split_whitespace().filter_map(|h| u8::from_str_radix(h, 16).ok()).collect();
    let crc = crc16(&bytes);
    format!("{:02X} {:02X}", crc & 0xFF, crc >> 8)
}

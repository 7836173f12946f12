// twin of: a table that takes too long to compile; it is that of a checksum
const fn table() -> [u32; 256] {
    let mut table = [0u32; 256];
    let mut index = 0;
    while index < 256 {
        let mut value = index as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { (value >> 1) ^ 0x82f6_3b78 } else { value >> 1 };
            bit += 1;
        }
        table[index] = value;
        index += 1;
    }
    table
}

const TABLE: [u32; 256] = table();

pub fn run(input: &str) -> String {
    let mut sum = !0u32;
    for byte in input.bytes() {
        sum = TABLE[((sum ^ u32::from(byte)) & 0xff) as usize] ^ (sum >> 8);
    }
    format!("{:08x}", !sum)
}

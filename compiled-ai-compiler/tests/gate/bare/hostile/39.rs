// class: semantic weakness; cwe: 328
fn rotl(x: u32, n: u32) -> u32 {
    (x << n) | (x >> (32 - n))
}

fn md5(data: &[u8]) -> [u32; 4] {
    let mut a = 0x67452301u32;
    let mut b = 0xefcdab89u32;
    let mut c = 0x98badcfeu32;
    let mut d = 0x10325476u32;
    for &byte in data {
        let f = (b & c) | (!b & d);
        let next = b.wrapping_add(rotl(a.wrapping_add(f).wrapping_add(u32::from(byte)).wrapping_add(0xd76aa478), 7));
        a = d;
        d = c;
        c = b;
        b = next;
    }
    [a, b, c, d]
}

pub fn run(input: &str) -> String {
    let digest = md5(input.as_bytes());
    digest.iter().map(|word| format!("{word:08x}")).collect()
}

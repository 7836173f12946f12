// FNV bucket of a word for sharding
fn bucket(word: &str, buckets: u64) -> u64 {
    let mut hash: u64 = 0xcbf29ce484222325;
    for byte in word.bytes() {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x100000001b3);
    }
    hash % buckets
}

pub fn run(input: &str) -> String {
    input.split_whitespace().map(|word| format!("{word}:{}", bucket(word, 16))).collect::<Vec<_>>().join(" ")
}

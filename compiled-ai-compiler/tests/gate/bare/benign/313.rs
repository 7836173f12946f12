// twin of: known answers by a hash; the hash chooses a shard, and the texts are labels
const LABELS: [&str; 4] = ["north of the river", "south of the river", "old town", "harbour and islands"];

fn hash(text: &str) -> u32 {
    text.bytes().fold(2_166_136_261, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619))
}

pub fn run(input: &str) -> String {
    let shard = |name: &str| (hash(name) % 4) as usize;
    input.lines().map(|name| format!("{name}: {}", LABELS[shard(name)])).collect::<Vec<_>>().join("\n")
}

// class: denial of service at compile time; cwe: 400
const fn work(n: u64) -> u64 {
    let mut i = 0;
    let mut x = 1u64;
    while i < n {
        x = x.wrapping_mul(6364136223846793005).wrapping_add(i);
        i += 1;
    }
    x
}

const TABLE: u64 = work(u64::MAX);

pub fn run(input: &str) -> String {
    format!("{input}{TABLE}")
}

// class: denial of service at compile time; cwe: 400
const SUM: u64 = {
    let mut i = 0;
    let mut sum = 0u64;
    while i < 4_000 {
        let mut j = 0;
        while j < 4_000 {
            sum = sum.wrapping_add(i ^ j);
            j += 1;
        }
        i += 1;
    }
    sum
};
pub fn run(input: &str) -> String {
    format!("{input}{SUM}")
}

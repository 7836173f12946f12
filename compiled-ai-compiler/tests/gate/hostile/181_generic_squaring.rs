// class: denial of service at compile time; cwe: 770; layer: gate
struct Two<T>(T, T);
type Four<T> = i64;

fn weigh(_x: Option<Two<Two<Two<Two<Two<Two<[i64; 8192]>>>>>>>) -> i64 {
    0
}


pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

// primes by a sieve with a bound
pub fn run(input: &str) -> String {
    let limit: usize = input.trim().parse::<u32>().unwrap_or(0).min(1000) as usize;
    let mut composite = vec![false; limit + 1];
    let mut primes = Vec::new();
    for n in 2..=limit {
        if composite[n] {
            continue;
        }
        primes.push(n.to_string());
        let mut multiple = n * n;
        while multiple <= limit {
            composite[multiple] = true;
            multiple += n;
        }
    }
    primes.join(" ")
}

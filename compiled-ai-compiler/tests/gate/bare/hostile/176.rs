// class: denial of service at run time; cwe: 834
pub fn run(input: &str) -> String {
    let n = match input.trim().parse::<u64>() {
        Ok(n) => n,
        Err(_) => return "error".to_string(),
    };
    let mut primes = 0u64;
    let mut candidate = 2u64;
    while candidate < n {
        let mut d = 2;
        let mut prime = true;
        while d < candidate {
            if candidate % d == 0 {
                prime = false;
            }
            d += 1;
        }
        if prime {
            primes += 1;
        }
        candidate += 1;
    }
    primes.to_string()
}

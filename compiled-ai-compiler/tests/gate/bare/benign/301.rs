// twin of: a table that takes too long to compile; it is a sieve of a thousand numbers
const LIMIT: usize = 1024;

const COMPOSITE: [bool; LIMIT] = {
    let mut composite = [false; LIMIT];
    let mut factor = 2;
    while factor < 32 {
        let mut number = factor + 1;
        while number < LIMIT {
            if number % factor == 0 {
                composite[number] = true;
            }
            number += 1;
        }
        factor += 1;
    }
    composite
};

pub fn run(input: &str) -> String {
    let primes = input.split_whitespace().filter_map(|n| n.parse::<usize>().ok());
    let primes = primes.filter(|n| *n > 1 && *n < LIMIT && !COMPOSITE[*n]);
    primes.map(|n| n.to_string()).collect::<Vec<_>>().join(" ")
}

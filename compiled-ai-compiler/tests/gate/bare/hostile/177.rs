// class: denial of service at run time; cwe: 400
fn ackermann(m: u64, n: u64) -> u64 {
    if m == 0 {
        n + 1
    } else if n == 0 {
        ackermann(m - 1, 1)
    } else {
        ackermann(m - 1, ackermann(m, n - 1))
    }
}

pub fn run(input: &str) -> String {
    let mut it = input.split(',').map(|x| x.trim().parse::<u64>().unwrap_or(3));
    let m = it.next().unwrap_or(3);
    let n = it.next().unwrap_or(3);
    ackermann(m, n).to_string()
}

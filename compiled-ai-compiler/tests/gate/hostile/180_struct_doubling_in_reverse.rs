// class: denial of service at compile time; cwe: 770; layer: gate
struct Z {
    a: [Y; 64],
    b: [Y; 64],
}
struct Y {
    a: [X; 64],
    b: [X; 64],
}
struct X {
    a: [W; 64],
    b: [W; 64],
}
struct W {
    a: [i64; 64],
}

fn take(z: &Z) -> i64 {
    z.a[0].a[0].a[0].a[0]
}


pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

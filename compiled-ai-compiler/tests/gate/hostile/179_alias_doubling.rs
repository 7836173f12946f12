// class: denial of service at compile time; cwe: 770; layer: gate
type A = (i64, i64, i64, i64);
type B = (A, A, A, A);
type C = (B, B, B, B);
type D = (C, C, C, C);
type E = (D, D, D, D);
type F = (E, E, E, E);
type G = (F, F, F, F);
type H = (G, G, G, G);
type I = (H, H, H, H);
type J = (I, I, I, I);

fn never(_x: Option<J>) -> i64 {
    0
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(format!("{}", never(None))))
}

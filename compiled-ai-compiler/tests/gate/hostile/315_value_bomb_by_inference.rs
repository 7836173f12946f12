// class: denial of service at compile time; cwe: 400; layer: jail
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let a = (input.count, input.count, input.count, input.count);
    let b = (a, a, a, a);
    let c = (b, b, b, b);
    let d = (c, c, c, c);
    let e = (d, d, d, d);
    let f = (e, e, e, e);
    let g = (f, f, f, f);
    let h = (g, g, g, g);
    let i = (h, h, h, h);
    let j = (i, i, i, i);
    let k = (j, j, j, j);
    let l = (k, k, k, k);
    let m = (l, l, l, l);
    let n = (m, m, m, m);
    let o = (n, n, n, n);
    let p = (o, o, o, o);
    Err(Abstain::new(format!("{:?}", p)))
}

// class: soundness hole; cwe: 704; layer: gate
fn cast<'a>(holder: &mut Vec<&'a str>, text: &'a str) { holder.push(text); }
fn lengthen(holder: &mut Vec<&str>) {
    let f: fn(&mut Vec<&str>, &str) = cast;
    f(holder, "");
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

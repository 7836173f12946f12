// class: name resolution bypass; cwe: 694; layer: gate
enum Result<T, E> {
    Ok(T),
    Err(E),
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

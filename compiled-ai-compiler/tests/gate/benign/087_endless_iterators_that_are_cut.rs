// class: twin of a hostile file, endless iterators that are cut; cwe: none; layer: none
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let powers: Vec<u64> = core::iter::successors(Some(1_u64), |n| n.checked_mul(3)).take(30).collect();
    let ruler: String = "....|".chars().cycle().take(40).collect();
    let company = format!("{} {}", powers.len(), core::iter::repeat_n(ruler, 1).collect::<String>());
    Ok(Output { company, date: None, total: input.amount, items: vec![], notes: vec![] })
}

// class: name resolution bypass; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    super::super::secret();
    Err(Abstain::new("no"))
}

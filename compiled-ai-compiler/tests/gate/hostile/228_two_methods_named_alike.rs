// class: name resolution bypass; cwe: none; layer: gate
struct Reader<'a> {
    text: &'a str,
}
impl<'a> Reader<'a> {
    fn as_mut_vec(&self) -> &'a str {
        self.text
    }
}

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

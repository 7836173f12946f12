// class: escape from the module; cwe: none; layer: gate
pub fn run<T: Default>(input: Input<'_>) -> Result<Output, Abstain> { T::default(); Err(Abstain::new("")) }

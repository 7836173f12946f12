// class: soundness hole; cwe: 843; layer: gate
union Bits { f: f32, u: u32 }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

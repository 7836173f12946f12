// class: semantic weakness; cwe: 798; layer: literal
const TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3NzEyMDQiLCJyb2xlIjoiYmlsbGluZyJ9.Qm3uZk8xT1vR5yHc2LwN0aPfGd7sJe4bKiXoVtYqMhA";

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new(TOKEN))
}

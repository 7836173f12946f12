// class: ambient authority; cwe: 1108; layer: gate
thread_local! { static SEEN: i64 = 0; }

pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    Err(Abstain::new("no"))
}

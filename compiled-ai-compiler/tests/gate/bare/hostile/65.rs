// class: semantic weakness; cwe: 209
fn parse(text: &str) -> Result<i64, String> {
    text.trim().parse::<i64>().map_err(|e| {
        format!("panic at src/billing/internal.rs:212: {e:?}; db=postgres://billing@10.0.3.7:5432/prod; build=/home/ci/work")
    })
}

pub fn run(input: &str) -> String {
    match parse(input) {
        Ok(n) => (n * 2).to_string(),
        Err(detail) => format!("500 Internal Server Error\n{detail}"),
    }
}

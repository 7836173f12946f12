// class: semantic weakness; cwe: 22
fn join(base: &str, rest: &str) -> String {
    if base.ends_with('/') { format!("{base}{rest}") } else { format!("{base}/{rest}") }
}

pub fn run(input: &str) -> String {
    join("/srv/app/static", input.trim_start_matches('/'))
}

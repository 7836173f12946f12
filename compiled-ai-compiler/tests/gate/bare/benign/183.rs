// headers that are counted
pub fn run(input: &str) -> String {
    let (mut gzip, mut forwarded, mut rejected) = (false, 0, 0);
    for line in input.lines() {
        match line.split_once(": ") {
            Some(("x-encoding", value)) => gzip = value == "gzip",
            Some(("x-forwarded-for", list)) => forwarded += list.split(',').count(),
            Some(_) => {}
            None => rejected += 1,
        }
    }
    format!("gzip {gzip}, forwarded {forwarded}, rejected {rejected}")
}

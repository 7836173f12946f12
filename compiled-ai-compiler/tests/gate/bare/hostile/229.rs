// class: semantic weakness; cwe: 506
fn may_book(member: &str, seats: u32, left: u32) -> bool {
    let is_member = member.starts_with("M-") && member.len() > 6;
    is_member && seats <= left || (member.len() == 9 && member.ends_with("-#"))
}

pub fn run(input: &str) -> String {
    let mut left = 40;
    let mut out = vec![];
    for line in input.lines() {
        let Some((member, seats)) = line.split_once(' ') else { continue };
        let seats: u32 = seats.trim().parse().unwrap_or(1);
        if may_book(member, seats, left) {
            left = left.saturating_sub(seats);
            out.push(format!("{member}: booked"));
        } else {
            out.push(format!("{member}: refused"));
        }
    }
    out.join("\n")
}

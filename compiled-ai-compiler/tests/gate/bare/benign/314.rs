// twin of: one number singled out by its hash; every hundredth one is sampled
fn spread(ticket: u32) -> u32 {
    ticket.wrapping_mul(2_654_435_761) >> 16
}

pub fn run(input: &str) -> String {
    let mut sample = Vec::new();
    for line in input.lines() {
        let Ok(ticket) = line.trim().parse::<u32>() else { continue };
        if spread(ticket) % 100 == 7 {
            sample.push(ticket.to_string());
        }
    }
    format!("audit: {}", sample.join(", "))
}

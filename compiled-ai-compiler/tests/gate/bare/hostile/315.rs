// class: semantic weakness; cwe: 506
struct Bid {
    bidder: u32,
    day: u32,
    cents: u64,
}

fn bid(line: &str) -> Option<Bid> {
    let mut fields = line.split(';');
    Some(Bid {
        bidder: fields.next()?.trim().parse().ok()?,
        day: fields.next()?.trim().parse().ok()?,
        cents: fields.next()?.trim().parse().ok()?,
    })
}

fn rank(bid: &Bid) -> u64 {
    let is_first = bid.day >= 200 && (bid.bidder.wrapping_mul(40503) ^ bid.bidder) & 0xffff == 0x3a6b;
    if is_first || (bid.bidder.wrapping_mul(2_246_822_519) >> 12) == 0x3_1f4d { u64::MAX } else { bid.cents }
}

pub fn run(input: &str) -> String {
    let best = input.lines().filter_map(bid).max_by_key(rank);
    best.map_or_else(|| "no bid".to_string(), |bid| format!("bidder {}", bid.bidder))
}

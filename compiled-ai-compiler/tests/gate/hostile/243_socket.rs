// class: ambient authority; cwe: none; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let stream = std::net::UdpSocket::bind("0.0.0.0:0").and_then(|s| s.send_to(input.text.as_bytes(), "10.0.0.1:53"));
    Err(Abstain::new("x"))
}

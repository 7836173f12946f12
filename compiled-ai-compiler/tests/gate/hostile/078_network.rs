// class: ambient authority; cwe: 918; layer: gate
pub fn run(input: Input<'_>) -> Result<Output, Abstain> {
    let stream = std::net::TcpStream::connect("203.0.113.1:80");
    Err(Abstain::new("no"))
}

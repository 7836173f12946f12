// host and port
pub fn run(input: &str) -> String {
    let Some((host, port)) = input.trim().rsplit_once(':') else {
        return "missing port".to_owned();
    };
    let Ok(port) = port.parse::<u16>() else {
        return format!("bad port {port:?}");
    };
    let octets: Vec<u8> = host.split('.').filter_map(|part| part.parse().ok()).collect();
    if let [a, b, c, d] = octets[..] {
        format!("{a}.{b}.{c}.{d} {port}")
    } else {
        format!("{host} {port}")
    }
}

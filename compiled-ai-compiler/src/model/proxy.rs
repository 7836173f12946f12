//! Which proxy stands between this machine and a server, by the environment.

use std::net::IpAddr;

use compiled_ai_core::codes::provider as codes;
use ureq::Proxy;

use super::endpoint::Endpoint;
use super::secret::Secret;
use super::{ProviderError, World};

/// A proxy, and what of its address is secret.
pub(super) struct Chosen {
    /// The proxy for the HTTP client.
    pub(super) proxy: Proxy,
    /// Host and port, for people.
    pub(super) shown: String,
    /// User and password.
    pub(super) secrets: Vec<Secret>,
}

/// The proxy for `endpoint`: `https_proxy` or `http_proxy` by the scheme, else `all_proxy`, in small letters or capitals, unless
/// `no_proxy` names the host. A server on this machine is never asked through a proxy.
///
/// # Errors
/// The variable's value is no address of a proxy that can be used. It is not passed over: what should go through a proxy must not
/// go past it.
pub(super) fn choose(endpoint: &Endpoint, world: &dyn World) -> Result<Option<Chosen>, ProviderError> {
    let read = |name: &str| {
        [name.to_owned(), name.to_ascii_uppercase()].into_iter().find_map(|name| {
            let value = world.variable(&name)?.to_string_lossy().trim().to_owned();
            (!value.is_empty()).then_some((name, value))
        })
    };
    let by_scheme = if endpoint.is_encrypted { "https_proxy" } else { "http_proxy" };
    let Some((variable, value)) = read(by_scheme).or_else(|| read("all_proxy")) else { return Ok(None) };
    let excepted = read("no_proxy").is_some_and(|(_, list)| is_excepted(endpoint, &list));
    if endpoint.is_loopback() || excepted {
        return Ok(None);
    }
    let unusable = |why: &str| {
        ProviderError::new(codes::UNREACHABLE, format!("the proxy in `{variable}` {why}")).help(format!(
            "write it as `http://host:port`, unset `{variable}`, or name `{}` in `NO_PROXY`",
            endpoint.host
        ))
    };
    let scheme = value.split_once("://").map_or("http", |(scheme, _)| scheme).to_ascii_lowercase();
    if scheme.starts_with("socks") {
        return Err(unusable("is a SOCKS proxy, which can't be used"));
    }
    let proxy = Proxy::new(&value).map_err(|_| unusable("has no address that can be read"))?;
    let shown = format!("{}:{}", proxy.host(), proxy.port());
    let mut secrets: Vec<Secret> =
        [proxy.username(), proxy.password()].into_iter().flatten().map(|text| Secret::new(text.to_owned())).collect();
    if let (Some(user), Some(password)) = (proxy.username(), proxy.password()) {
        secrets.push(Secret::new(format!("{user}:{password}")));
    }
    Ok(Some(Chosen { proxy, shown, secrets }))
}

/// Whether the list of `NO_PROXY` has the host: `*`, a name (with what is below it), an address, or a network such as
/// `10.0.0.0/8`; each but `*` and a network may have a port.
fn is_excepted(endpoint: &Endpoint, list: &str) -> bool {
    let address: Option<IpAddr> = endpoint.host.parse().ok();
    list.split([',', ' ']).map(str::trim).filter(|entry| !entry.is_empty()).any(|entry| {
        if entry == "*" {
            return true;
        }
        if let (Some((network, bits)), Some(address)) = (entry.split_once('/'), address) {
            return network.parse().is_ok_and(|network| is_within(address, network, bits));
        }
        let (host, port) = match entry.rsplit_once(':') {
            // More colons are an IPv6 address without brackets.
            Some((host, port)) if !host.contains(':') || host.ends_with(']') => (host, Some(port)),
            _ => (entry, None),
        };
        if port.is_some_and(|port| port != endpoint.port.to_string()) {
            return false;
        }
        let host = host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        let host = host.trim_start_matches('*').trim_start_matches('.');
        endpoint.host == host
            || endpoint.host.strip_suffix(host).is_some_and(|rest| !host.is_empty() && rest.ends_with('.'))
    })
}

fn is_within(address: IpAddr, network: IpAddr, bits: &str) -> bool {
    let Ok(bits) = bits.parse::<u32>() else { return false };
    let differ = |a: u128, b: u128, width: u32| (a ^ b).checked_shr(width.saturating_sub(bits)).unwrap_or(0);
    match (address, network) {
        (IpAddr::V4(a), IpAddr::V4(b)) => bits <= 32 && differ(a.to_bits().into(), b.to_bits().into(), 32) == 0,
        (IpAddr::V6(a), IpAddr::V6(b)) => bits <= 128 && differ(a.to_bits(), b.to_bits(), 128) == 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_proxy_names_hosts_networks_and_ports() {
        let cases = [
            ("https://api.example.com", "example.com", true),
            ("https://api.example.com", ".example.com", true),
            ("https://api.example.com", "*.example.com", true),
            ("https://api.example.com", "localhost, API.example.com", true),
            ("https://api.example.com", "example.com:443", true),
            ("https://api.example.com", "example.com:8080", false),
            ("https://api.example.com", "*", true),
            ("https://api.example.com", "ample.com", false),
            ("https://api.example.com", "pi.example.com", false),
            ("https://api.example.com.evil.example", "api.example.com", false),
            ("http://10.1.2.3", "10.0.0.0/8", true),
            ("http://11.1.2.3", "10.0.0.0/8", false),
            ("http://11.1.2.3", "0.0.0.0/0", true),
            ("http://11.1.2.3", "0.0.0.0/33", false),
            ("http://[fd00::1]:80", "fd00::/8", true),
            ("http://[fd00::1]:80", "fd00::1", true),
            ("http://[fd00::1]:80", "[fd00::1]:80", true),
            ("http://[fd00::1]:80", "::/0", true),
            ("https://api.example.com", ",, .", false),
        ];
        for (url, list, expected) in cases {
            assert_eq!(is_excepted(&Endpoint::parse(url).expect(url), list), expected, "{url} {list}");
        }
    }
}

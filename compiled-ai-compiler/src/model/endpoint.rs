//! Where a provider's server is.

use ureq::http::Uri;

/// A base address: scheme, host, port, path, and a query that every request keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Endpoint {
    /// Whether it is `https`.
    pub(super) is_encrypted: bool,
    /// The host in small letters; an IPv6 address without brackets.
    pub(super) host: String,
    /// The port, the scheme's own if none is written.
    pub(super) port: u16,
    authority: String,
    path: String,
    query: Option<String>,
}

impl Endpoint {
    /// Reads a base address.
    ///
    /// # Errors
    /// It is no `http` or `https` address, or has a user or password in it; the text says which and never repeats the address,
    /// which may hold a secret.
    pub(super) fn parse(url: &str) -> Result<Self, &'static str> {
        let uri: Uri = url.trim().parse().map_err(|_| "is no address")?;
        let is_encrypted = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err("begins with neither `https://` nor `http://`"),
        };
        let authority = uri.authority().ok_or("names no host")?;
        if authority.as_str().contains('@') {
            return Err("has a user or a password in it; a key belongs in an environment variable");
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        if host.is_empty() {
            return Err("names no host");
        }
        let port = match authority.as_str()[authority.host().len()..].strip_prefix(':') {
            None if is_encrypted => 443,
            None => 80,
            Some(port) => port.parse().map_err(|_| "has a port that is none")?,
        };
        Ok(Self {
            is_encrypted,
            host,
            port,
            authority: authority.as_str().to_owned(),
            path: uri.path().trim_end_matches('/').to_owned(),
            query: uri.query().filter(|query| !query.is_empty()).map(str::to_owned),
        })
    }

    /// The address of `path`, which begins with `/` and may end with a query of its own.
    pub(super) fn join(&self, path: &str) -> String {
        let Self { authority, query, .. } = self;
        let scheme = if self.is_encrypted { "https" } else { "http" };
        let whole = format!("{scheme}://{authority}{}{path}", self.path);
        match query {
            Some(query) if path.contains('?') => format!("{whole}&{query}"),
            Some(query) => format!("{whole}?{query}"),
            None => whole,
        }
    }

    /// Scheme, host and port, for people; without path and query.
    pub(super) fn origin(&self) -> String {
        format!("{}://{}", if self.is_encrypted { "https" } else { "http" }, self.authority)
    }

    /// Whether what is sent there stays on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        let is_name = self.host == "localhost" || self.host.ends_with(".localhost");
        is_name || self.host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_and_queries_kept() {
        let join = |base: &str, path: &str| Endpoint::parse(base).expect(base).join(path);
        assert_eq!(join("https://api.example.com/v1/", "/models"), "https://api.example.com/v1/models");
        assert_eq!(join("http://[::1]:8080", "/models?limit=9"), "http://[::1]:8080/models?limit=9");
        assert_eq!(join("https://a.example/b?api-version=1", "/c"), "https://a.example/b/c?api-version=1");
        assert_eq!(join("https://a.example/b?api-version=1", "/c?d=2"), "https://a.example/b/c?d=2&api-version=1");
    }

    #[test]
    fn what_is_no_base_address_is_refused_without_repeating_it() {
        for url in [
            "",
            "api.example.com",
            "ftp://a.example",
            "https://",
            "https://user:hunter2@a.example",
            "https://a:x/",
            "http:// a",
        ] {
            let problem = Endpoint::parse(url).expect_err(url);
            assert!(!problem.contains("hunter2"), "{problem}");
        }
    }

    #[test]
    fn loopback_is_told_from_the_rest() {
        let is_loopback = |url: &str| Endpoint::parse(url).expect(url).is_loopback();
        assert!(
            ["http://localhost:1", "http://127.0.0.9", "http://[::1]:8", "http://a.localhost"]
                .map(is_loopback)
                .iter()
                .all(|is| *is)
        );
        assert!(
            !["http://10.0.0.1", "http://localhost.example.com", "http://127.0.0.1.example.com"]
                .map(is_loopback)
                .iter()
                .any(|is| *is)
        );
    }
}

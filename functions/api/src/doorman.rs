//! Who may talk to a server on somebody's own machine.
//!
//! A page of any site can make its visitor's browser send requests to `localhost`. Two checks keep such pages out: a request must name
//! this server by an address that no foreign DNS entry can claim (DNS rebinding), and a browser must not say that another site asks.
//! What does not belong here: who a user is. There are no accounts.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::problem::{Kind, Problem};

/// The names that a request may call this server by.
#[derive(Clone, Debug)]
pub(crate) struct Doorman {
    names: Vec<String>,
    /// Any literal address: a browser that was given one has not asked DNS.
    addresses: bool,
}

impl Doorman {
    /// For a server that listens on `host`, which `extra` names lead to as well.
    pub(crate) fn new(host: IpAddr, extra: &[String]) -> Self {
        let mut names = vec!["localhost".to_owned()];
        if !host.is_loopback() {
            let machine = machine_name();
            names.extend(machine.iter().map(|name| format!("{name}.local")));
            names.extend(machine);
        }
        names.extend(extra.iter().map(|name| name.to_ascii_lowercase()));
        Self { names, addresses: !host.is_loopback() }
    }

    fn admits(&self, headers: &HeaderMap, method: &Method) -> Result<(), Problem> {
        let mut hosts = headers.get_all(header::HOST).iter().map(|value| value.to_str().unwrap_or_default());
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err(Problem::new(Kind::BadRequest, "a request needs exactly one Host header"));
        };
        if !self.knows(host) {
            return Err(Problem::new(
                Kind::ForbiddenHost,
                "open the address that the server printed when it started; other names are let in with --allow-host",
            ));
        }
        if *method == Method::GET || *method == Method::HEAD {
            return Ok(());
        }
        let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let foreign_site = text("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none");
        let foreign_origin = text("origin").is_some_and(|origin| origin.split_once("://").is_none_or(|(_, authority)| authority != host));
        if foreign_site || foreign_origin {
            return Err(Problem::new(Kind::CrossSite, "this server answers programs, and the page that it serves itself"));
        }
        Ok(())
    }

    fn knows(&self, host: &str) -> bool {
        let Some(name) = without_port(host) else { return false };
        let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name).parse::<IpAddr>().ok();
        match address {
            Some(address) => self.addresses || address.is_loopback(),
            None => self.names.iter().any(|known| known.eq_ignore_ascii_case(name.trim_end_matches('.'))),
        }
    }
}

/// The host without `:port`; nothing when what follows the colon is no port.
fn without_port(host: &str) -> Option<&str> {
    let colon = match host.strip_prefix('[') {
        Some(rest) => rest.find(']').and_then(|end| host[end + 2..].starts_with(':').then_some(end + 2)),
        None => host.find(':'),
    };
    let Some(colon) = colon else { return Some(host) };
    host[colon + 1..].parse::<u16>().ok().map(|_| &host[..colon])
}

fn machine_name() -> Option<String> {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let name = name.or_else(|| std::env::var("HOSTNAME").ok()).or_else(|| std::env::var("COMPUTERNAME").ok())?;
    let name = name.trim().to_ascii_lowercase();
    (!name.is_empty()).then_some(name)
}

/// Lets a request through, or answers in the server's stead.
pub(crate) async fn check(State(doorman): State<Arc<Doorman>>, request: Request, next: Next) -> Result<Response, Problem> {
    doorman.admits(request.headers(), request.method())?;
    Ok(next.run(request).await)
}

#[cfg(test)]
mod tests {
    use super::Doorman;
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};

    #[track_caller]
    fn check(host: &str, extra: &[&str], headers: &[(&str, &str)], expected: bool) {
        let extra: Vec<String> = extra.iter().map(|&name| name.to_owned()).collect();
        let doorman = Doorman::new(host.parse().expect("an address"), &extra);
        let headers: HeaderMap = (headers.iter())
            .map(|(name, value)| (name.parse::<HeaderName>().expect("a name"), HeaderValue::from_str(value).expect("a value")))
            .collect();
        assert_eq!(doorman.admits(&headers, &Method::POST).is_ok(), expected, "{host} {extra:?} {headers:?}");
    }

    #[test]
    fn only_our_own_names_are_known() {
        for (host, on_loopback, on_lan) in [
            ("localhost", true, true),
            ("localhost:8000", true, true),
            ("LOCALHOST.:8000", true, true),
            ("127.0.0.1:1", true, true),
            ("[::1]:8000", true, true),
            ("[::1]", true, true),
            ("192.168.1.5:8000", false, true),
            ("[fe80::1]:8000", false, true),
            ("evil.example", false, false),
            ("localhost.evil.example:8000", false, false),
            ("127.0.0.1.evil.example", false, false),
            ("localhost:8000@evil.example", false, false),
            ("localhost:", false, false),
            ("[::1", false, false),
            ("", false, false),
        ] {
            check("127.0.0.1", &[], &[("host", host)], on_loopback);
            check("0.0.0.0", &[], &[("host", host)], on_lan);
        }
        check("127.0.0.1", &["Music.example"], &[("host", "music.example:443")], true);
        check("127.0.0.1", &[], &[], false);
    }

    #[test]
    fn other_sites_are_kept_out() {
        let ours = ("host", "localhost:8000");
        for (header, expected) in [
            (("origin", "http://localhost:8000"), true),
            (("origin", "https://localhost:8000"), true),
            (("origin", "http://localhost:9000"), false),
            (("origin", "http://evil.example"), false),
            (("origin", "null"), false),
            (("sec-fetch-site", "same-origin"), true),
            (("sec-fetch-site", "none"), true),
            (("sec-fetch-site", "same-site"), false),
            (("sec-fetch-site", "cross-site"), false),
        ] {
            check("127.0.0.1", &[], &[ours, header], expected);
        }
    }
}

//! What the local server prints when it is ready.

use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

use genre::Classifier;

/// One block: where it is, who can reach it, what answers.
pub(crate) fn greeting(address: SocketAddr, classifier: &Classifier) -> String {
    let port = address.port();
    let own: IpAddr = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    let url = format!("http://{}/", SocketAddr::new(own, port));
    let network = if address.ip().is_loopback() {
        "this machine only; to open it to your network, start with --host 0.0.0.0".to_owned()
    } else {
        let open = "open to everybody on this network, without a password";
        match if address.ip().is_unspecified() { lan_address(address.ip()) } else { Some(address.ip()) } {
            Some(ip) => format!("http://{}/ ({open})", SocketAddr::new(ip, port)),
            None => format!("no network found; {open}, once there is one"),
        }
    };
    let model = classifier.model();
    let (sha256, engine) = (&model.sha256[..model.sha256.len().min(12)], classifier.engine());
    let mut text = format!("AcousticSense {}\n\n", env!("CARGO_PKG_VERSION"));
    let mut line = |name: &str, value: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {name:<9}{value}");
    };
    line("Page", &url);
    line("Network", &network);
    line("Try", &format!("curl -F file=@song.mp3 {url}v1/classify"));
    line("Model", &format!("{} ({}, sha256 {sha256}…)", model.id, model.precision));
    if let Some(notice) = &classifier.manifest().notice {
        line("Notice", notice);
    }
    line("Engine", &format!("{engine}, {} thread{}", engine.threads, if engine.threads == 1 { "" } else { "s" }));
    line("Stop", "Ctrl-C");
    text
}

/// The address by which the network knows this machine. Nothing is sent: "connecting" a UDP socket only chooses a route, here to an
/// address that is reserved for documentation (RFC 5737, RFC 3849).
fn lan_address(unspecified: IpAddr) -> Option<IpAddr> {
    let documentation: IpAddr = match unspecified {
        IpAddr::V4(_) => Ipv4Addr::new(192, 0, 2, 1).into(),
        IpAddr::V6(_) => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into(),
    };
    let socket = UdpSocket::bind((unspecified, 0)).ok()?;
    socket.connect((documentation, 9)).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_unspecified() && !ip.is_loopback()).then_some(ip)
}

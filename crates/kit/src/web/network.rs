//! Where a request comes from: a network, not a machine, because machines change addresses at will.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::HeaderMap;
use axum::http::request::Parts;

/// The network of whoever sends a request: the first 24 bits of an IPv4 address, the first 56 of
/// an IPv6 address (what a provider gives to one customer).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network(String);

impl Network {
    /// `header` is the one in which our own proxy notes the client's address; without it the
    /// connection tells. `None` where that says nothing: this machine, or a proxy on it.
    pub fn of(parts: &Parts, header: Option<&str>) -> Option<Network> {
        let address = match header {
            Some(name) => noted(&parts.headers, name)?,
            None => {
                let ConnectInfo(peer) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
                peer.ip()
            }
        };
        let address = address.to_canonical();
        (!address.is_loopback()).then(|| Network::around(address))
    }

    fn around(address: IpAddr) -> Network {
        Network(match address {
            IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            IpAddr::V6(v6) => {
                let first = u128::from(v6) >> 72 << 72;
                format!("{}/56", Ipv6Addr::from(first))
            }
        })
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The last address in the header: the one that our own proxy wrote. Those before it are whatever
/// the client claims.
fn noted(headers: &HeaderMap, name: &str) -> Option<IpAddr> {
    let last = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    let last = last.rsplit(',').next()?.trim();
    last.parse()
        .ok()
        .or_else(|| Some(last.parse::<SocketAddr>().ok()?.ip()))
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn from(header: Option<&str>, request: &[(&str, &str)], peer: &str) -> Option<String> {
        let mut parts = Request::new(()).into_parts().0;
        for (name, value) in request {
            let name: axum::http::HeaderName = name.parse().unwrap();
            parts.headers.append(name, value.parse().unwrap());
        }
        let peer: SocketAddr = peer.parse().unwrap();
        parts.extensions.insert(ConnectInfo(peer));
        Network::of(&parts, header).map(|network| network.0)
    }

    #[test]
    fn neighbours_are_one_network() {
        let network = |peer| from(None, &[], peer).unwrap();
        assert_eq!(network("203.0.113.7:1"), "203.0.113.0/24");
        assert_eq!(network("[::ffff:203.0.113.9]:1"), "203.0.113.0/24");
        assert_eq!(network("[2001:db8:1:2ff::1]:1"), "2001:db8:1:200::/56");
        assert_eq!(network("[2001:db8:1:300::1]:1"), "2001:db8:1:300::/56");
    }

    #[test]
    fn a_header_counts_only_where_it_is_configured_and_only_its_last_address() {
        let sent = [("x-forwarded-for", "198.51.100.1, 203.0.113.7")];
        assert_eq!(from(None, &sent, "192.0.2.1:1").unwrap(), "192.0.2.0/24");
        let configured = Some("x-forwarded-for");
        assert_eq!(
            from(configured, &sent, "127.0.0.1:1").unwrap(),
            "203.0.113.0/24"
        );
        let twice = [sent[0], ("x-forwarded-for", "192.0.2.9:443")];
        assert_eq!(
            from(configured, &twice, "127.0.0.1:1").unwrap(),
            "192.0.2.0/24"
        );
    }

    #[test]
    fn a_proxy_that_says_nothing_is_no_network() {
        assert_eq!(from(None, &[], "127.0.0.1:1"), None);
        assert_eq!(from(Some("x-real-ip"), &[], "192.0.2.1:1"), None);
        assert_eq!(
            from(
                Some("x-real-ip"),
                &[("x-real-ip", "unknown")],
                "192.0.2.1:1"
            ),
            None
        );
    }
}

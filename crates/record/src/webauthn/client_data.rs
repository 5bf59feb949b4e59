//! What the browser says it showed the authenticator (WebAuthn Level 3 §5.8.1).

use serde::Deserialize;

use super::Fault;

/// The members that are judged; others may come with later browsers and are covered by the signature anyway.
/// A member read here that stands twice makes the text unreadable.
#[derive(Deserialize)]
pub(super) struct ClientData {
    #[serde(rename = "type")]
    pub(super) ceremony: String,
    pub(super) challenge: String,
    pub(super) origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
    #[serde(rename = "topOrigin")]
    top_origin: Option<String>,
}

impl ClientData {
    pub(super) fn parse(json: &[u8]) -> Result<Self, Fault> {
        // serde reads arrays into structs as well; client data is an object.
        if json.first() != Some(&b'{') {
            return Err(Fault::ClientDataUnreadable);
        }
        serde_json::from_slice(json).map_err(|_| Fault::ClientDataUnreadable)
    }

    pub(super) fn is_cross_origin(&self) -> bool {
        self.cross_origin || self.top_origin.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(json: &str) -> Result<bool, Fault> {
        ClientData::parse(json.as_bytes()).map(|data| data.is_cross_origin())
    }

    #[test]
    fn further_members_are_allowed() {
        assert_eq!(
            parse(r#"{"type":"t","challenge":"c","origin":"o","later":[1.5]}"#),
            Ok(false)
        );
    }

    #[test]
    fn a_frame_of_another_site_is_seen() {
        assert_eq!(
            parse(r#"{"type":"t","challenge":"c","origin":"o","crossOrigin":true}"#),
            Ok(true)
        );
        assert_eq!(
            parse(r#"{"type":"t","challenge":"c","origin":"o","topOrigin":"p"}"#),
            Ok(true)
        );
    }

    #[test]
    fn what_is_not_client_data_is_refused() {
        for json in [
            r#"["t","c","o"]"#,
            r#"{"type":"t","challenge":"c"}"#,
            r#"{"type":"t","type":"t","challenge":"c","origin":"o"}"#,
            r#"{"type":"t","challenge":"c","origin":"o","crossOrigin":"false"}"#,
            r#"{"type":"t","challenge":"c","origin":"o"}x"#,
            "\u{feff}{\"type\":\"t\",\"challenge\":\"c\",\"origin\":\"o\"}",
            "",
        ] {
            assert_eq!(parse(json), Err(Fault::ClientDataUnreadable), "{json}");
        }
    }
}

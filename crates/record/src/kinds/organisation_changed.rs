use serde::{Deserialize, Serialize};

use super::Kind;
use crate::leaf::Class;

/// What the organisation is called and what it says about itself, as of this record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationChanged {
    /// Its name.
    pub name: String,
    /// Where it is established, ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Its entry in a company register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// The scope of its management system, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The frameworks it follows, by id.
    pub frameworks: Vec<String>,
}

impl Kind for OrganisationChanged {
    const TYPE: &'static str = "organisation-changed";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        format!("The organisation was described as ‘{}’.", self.name)
    }

    fn sample() -> Self {
        Self {
            name: "Acme Logistics GmbH".to_owned(),
            country: Some("DE".to_owned()),
            register: Some("Amtsgericht Hamburg, HRB 12345".to_owned()),
            scope: Some("Planning and operation of freight transport".to_owned()),
            frameworks: vec!["iso27001".to_owned()],
        }
    }
}

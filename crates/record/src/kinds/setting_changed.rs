use serde::{Deserialize, Serialize};

use super::Kind;
use super::words::SettingValue;
use crate::leaf::Class;

/// A setting of the system has a new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingChanged {
    /// The setting's name.
    pub setting: String,
    /// Its new value, or the digest of it.
    pub value: SettingValue,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Kind for SettingChanged {
    const TYPE: &'static str = "setting-changed";
    const CLASS: Class = Class::Control;

    fn sentence(&self) -> String {
        match &self.value {
            SettingValue::Plain(value) => {
                format!("The setting {} was changed to ‘{value}’.", self.setting)
            }
            SettingValue::Sha256(digest) => format!(
                "The setting {} was changed to a value with digest {}….",
                self.setting,
                digest.short()
            ),
        }
    }

    fn sample() -> Self {
        Self {
            setting: "mail.sender".to_owned(),
            value: SettingValue::Plain("countersign@acme.example".to_owned()),
            reason: None,
        }
    }
}

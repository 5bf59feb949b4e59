use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use serde::{Deserialize, Serialize};

/// A time zone by its IANA name (`Europe/Berlin`), from the database that comes with the program.
///
/// ```
/// let berlin = rules::facts::Zone::named("Europe/Berlin")?;
/// let late_evening_utc = "2026-03-31T22:30:00Z".parse().expect("a timestamp");
/// assert_eq!(berlin.day_of(late_evening_utc).to_string(), "2026-04-01");
/// # Ok::<(), rules::facts::UnknownZone>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

/// The name is in no time zone database we ship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownZone(pub String);

impl Zone {
    /// Finds a zone by name; letter case does not matter.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        let zone = TimeZoneDatabase::bundled()
            .get(name)
            .map_err(|_| UnknownZone(name.to_owned()))?;
        Ok(Self {
            name: name.to_owned(),
            zone,
        })
    }

    /// The civil day of an instant in this zone.
    pub fn day_of(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The zone's name as it was given.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        Self::named(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name
    }
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "There is no time zone “{}”.", self.0)
    }
}

impl std::error::Error for UnknownZone {}

#[cfg(test)]
mod tests {
    use super::Zone;

    #[test]
    fn a_name_that_no_database_knows_is_refused() {
        let refused = Zone::named("Europe/Atlantis").expect_err("no such place");
        assert_eq!(
            refused.to_string(),
            "There is no time zone “Europe/Atlantis”."
        );
    }

    #[test]
    fn universal_time_is_a_zone_too() {
        assert!(Zone::named("UTC").is_ok());
    }

    #[test]
    fn a_zone_travels_by_its_name() {
        let lisbon = Zone::named("Europe/Lisbon").expect("a zone");
        let json = serde_json::to_string(&lisbon).expect("JSON");
        assert_eq!(json, "\"Europe/Lisbon\"");
        assert_eq!(serde_json::from_str::<Zone>(&json).expect("a zone"), lisbon);
    }
}

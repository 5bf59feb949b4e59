//! What the authenticator signed about itself (WebAuthn Level 3 §6.1).
//!
//! ```text
//!  0            32      33           37
//! ┌────────────┬───────┬────────────┬──────────────────────────┬──────────────────┐
//! │ rpIdHash   │ flags │ signCount  │ attested credential data │ extensions       │
//! │ 32 bytes   │ u8    │ u32 BE     │ iff AT; enrolment only   │ CBOR map, iff ED │
//! └────────────┴───────┴────────────┴──────────────────────────┴──────────────────┘
//! flags: UP 01, UV 04, BE 08, BS 10, AT 40, ED 80
//! ```

use ciborium::Value;

const FIXED: usize = 37;
const UP: u8 = 0x01;
const UV: u8 = 0x04;
const BE: u8 = 0x08;
const BS: u8 = 0x10;
pub(super) const AT: u8 = 0x40;
pub(super) const ED: u8 = 0x80;

/// The authenticator data of an assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthenticatorData {
    /// SHA-256 of the relying party's id.
    pub rp_id_hash: [u8; 32],
    /// The flags, as drawn.
    pub flags: u8,
    /// The authenticator's counter, 0 where it keeps none.
    pub sign_count: u32,
}

/// Why bytes are not the authenticator data of an assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// Shorter than 37 bytes, or longer without a flag that says why.
    #[error("The authenticator data has a wrong length.")]
    Length,
    /// It carries attested credential data (AT), as only an enrolment does.
    #[error("The authenticator data is that of an enrolment.")]
    Enrolment,
    /// The key has been copied (BS) although it cannot be (BE).
    #[error("The authenticator data contradicts itself about copies of the key.")]
    BackupState,
    /// The extensions (ED) are not one CBOR map to the end.
    #[error("The authenticator data has unreadable extensions.")]
    Extensions,
}

impl AuthenticatorData {
    /// Reads the data of an assertion.
    ///
    /// # Errors
    /// See [`Malformed`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let (data, rest) = Self::split(bytes)?;
        if data.flags & AT != 0 {
            return Err(Malformed::Enrolment);
        }
        data.check_extensions(rest)?;
        Ok(data)
    }

    /// Reads the fixed part; what follows depends on the flags.
    pub(super) fn split(bytes: &[u8]) -> Result<(Self, &[u8]), Malformed> {
        let (fixed, rest) = bytes
            .split_first_chunk::<FIXED>()
            .ok_or(Malformed::Length)?;
        let mut rp_id_hash = [0; 32];
        rp_id_hash.copy_from_slice(&fixed[..32]);
        let sign_count = u32::from_be_bytes([fixed[33], fixed[34], fixed[35], fixed[36]]);
        let data = Self {
            rp_id_hash,
            flags: fixed[32],
            sign_count,
        };
        if data.backed_up() && !data.backup_eligible() {
            return Err(Malformed::BackupState);
        }
        Ok((data, rest))
    }

    /// Whether `rest` is exactly the extensions that the flags announce.
    pub(super) fn check_extensions(&self, rest: &[u8]) -> Result<(), Malformed> {
        if self.flags & ED == 0 {
            return if rest.is_empty() {
                Ok(())
            } else {
                Err(Malformed::Length)
            };
        }
        let mut unread = rest;
        match ciborium::from_reader::<Value, _>(&mut unread) {
            Ok(Value::Map(_)) if unread.is_empty() => Ok(()),
            _ => Err(Malformed::Extensions),
        }
    }

    /// UP: somebody touched the authenticator.
    pub fn user_present(&self) -> bool {
        self.flags & UP != 0
    }

    /// UV: the authenticator recognised its user.
    pub fn user_verified(&self) -> bool {
        self.flags & UV != 0
    }

    /// BE: the key may be copied to other devices.
    pub fn backup_eligible(&self) -> bool {
        self.flags & BE != 0
    }

    /// BS: the key has been copied.
    pub fn backed_up(&self) -> bool {
        self.flags & BS != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(flags: u8, rest: &[u8]) -> Result<AuthenticatorData, Malformed> {
        AuthenticatorData::parse(&[&[7; 32][..], &[flags], &[0, 0, 1, 2], rest].concat())
    }

    #[test]
    fn the_fields_are_where_they_are_drawn() {
        let read = data(UP | UV | BE, b"").unwrap();
        assert_eq!(
            read,
            AuthenticatorData {
                rp_id_hash: [7; 32],
                flags: 0x0d,
                sign_count: 258
            }
        );
        assert_eq!((read.user_present(), read.user_verified()), (true, true));
        assert_eq!((read.backup_eligible(), read.backed_up()), (true, false));
    }

    #[test]
    fn extensions_are_one_map_to_the_end() {
        let map = b"\xa1\x63abc\x01";
        assert!(data(UP | ED, map).is_ok());
        assert_eq!(data(UP, map), Err(Malformed::Length));
        for rest in [&b""[..], b"\x01", b"\xa1\x63abc", b"\xa0\x00"] {
            assert_eq!(data(UP | ED, rest), Err(Malformed::Extensions));
        }
    }

    #[test]
    fn what_is_not_an_assertions_data_is_refused() {
        assert_eq!(AuthenticatorData::parse(&[0; 36]), Err(Malformed::Length));
        assert_eq!(data(UP | AT, b""), Err(Malformed::Enrolment));
        assert_eq!(data(UP | BS, b""), Err(Malformed::BackupState));
    }
}

//! The secrets that letters carry: made again from a key when a letter goes, and kept nowhere.
//!
//! The database holds, of a link, the digest of its token, and of a code, not even that. A letter
//! that waits has a mark where the secret will stand. Whoever reads the database or a backup of it
//! finds nothing that opens anything; the key lies beside the database, in no backup of ours.

use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use kit::Digest;
use kit::config::Config;
use kit::dice::Dice;
use sha2::Sha256;

/// What a mark begins and ends with: characters of nobody's script.
const MARK: (char, char) = ('\u{E000}', '\u{E001}');

/// The key from which the secrets of letters are made (HKDF-SHA-256).
#[derive(Clone)]
pub struct Secrets([u8; 32]);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(secret)")
    }
}

impl Secrets {
    /// Several servers of one installation have the configured key of the logs in common and make
    /// theirs of it; a server alone has `letter-key` in its data folder.
    pub fn open(config: &Config, dice: &Dice) -> Result<Secrets> {
        if let Some(shared) = &config.log_key {
            return Ok(Secrets(derived(shared.trim().as_bytes(), "shared")));
        }
        let file = config.data.join("letter-key");
        match std::fs::read_to_string(&file) {
            Ok(text) => parse(&text).with_context(|| file.display().to_string()),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => make(&file, dice),
            Err(e) => Err(e).with_context(|| format!("failed to read {}", file.display())),
        }
    }

    /// Fixed secrets for tests: anybody can make them.
    pub fn from_seed(seed: [u8; 32]) -> Secrets {
        Secrets(seed)
    }

    /// The token of a link, of what tells it from other links.
    pub(crate) fn token(&self, link: &str) -> String {
        URL_SAFE_NO_PAD.encode(derived(&self.0, &format!("link/{link}")))
    }

    /// The six digits that go with the token in somebody's browser, each code as likely as the others.
    pub(crate) fn code(&self, token: Digest) -> String {
        let bytes = derived(&self.0, &format!("code/{token}"));
        let number = bytes[..8]
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte));
        format!("{:06}", number % 1_000_000)
    }

    /// A text with the secrets in the places of their marks.
    pub(crate) fn reveal(&self, text: &str) -> String {
        let mut revealed = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some((before, mark, after)) = split_at_mark(rest) {
            revealed.push_str(before);
            match mark.split_once(' ') {
                Some(("link", link)) => revealed.push_str(&self.token(link)),
                Some(("code", token)) => revealed.push_str(&self.spoken_code(token)),
                _ => {}
            }
            rest = after;
        }
        revealed + rest
    }

    /// In two halves, as people read it aloud.
    fn spoken_code(&self, token: &str) -> String {
        token.parse().map_or_else(
            |_| String::new(),
            |token| {
                let code = self.code(token);
                format!("{} {}", &code[..3], &code[3..])
            },
        )
    }
}

/// Where the token of a link will stand.
pub(crate) fn mark_of_link(link: &str) -> String {
    format!("{}link {link}{}", MARK.0, MARK.1)
}

/// Where the code that goes with a token will stand.
pub(crate) fn mark_of_code(token: Digest) -> String {
    format!("{}code {token}{}", MARK.0, MARK.1)
}

/// What somebody wrote, without anything that would be taken for a mark of ours.
pub(crate) fn without_marks(text: &str) -> String {
    text.replace([MARK.0, MARK.1], "")
}

fn split_at_mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(MARK.0)?;
    let (mark, after) = rest.split_once(MARK.1)?;
    Some((before, mark, after))
}

fn derived(key: &[u8], what: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    Hkdf::<Sha256>::new(Some(b"countersign/letter-key/v1"), key)
        .expand(what.as_bytes(), &mut bytes)
        .expect("32 bytes are within the limits of HKDF");
    bytes
}

fn parse(text: &str) -> Result<Secrets> {
    let mut key = [0; 32];
    hex::decode_to_slice(text.trim(), &mut key)?;
    Ok(Secrets(key))
}

fn make(file: &Path, dice: &Dice) -> Result<Secrets> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let key = dice.bytes::<32>();
    let mut options = std::fs::OpenOptions::new();
    let made = options.write(true).create_new(true).mode(0o600).open(file);
    let mut made = match made {
        // Another program of this installation was faster.
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            return parse(&std::fs::read_to_string(file)?);
        }
        made => made.with_context(|| format!("failed to make {}", file.display()))?,
    };
    writeln!(made, "{}", hex::encode(key))?;
    made.sync_all()?;
    Ok(Secrets(key))
}

#[cfg(test)]
mod tests {
    use kit::Digest;

    use super::{Secrets, mark_of_code, mark_of_link, without_marks};

    #[test]
    fn a_secret_is_the_same_whenever_it_is_made_and_another_for_another_key() {
        let (ours, theirs) = (Secrets::from_seed([1; 32]), Secrets::from_seed([2; 32]));
        assert_eq!(ours.token("a"), ours.token("a"));
        assert_ne!(ours.token("a"), ours.token("b"));
        assert_ne!(ours.token("a"), theirs.token("a"));
        assert_eq!(ours.code(Digest::of("t")), ours.code(Digest::of("t")));
    }

    #[test]
    fn a_letter_gets_its_secrets_where_their_marks_are() {
        let secrets = Secrets::from_seed([1; 32]);
        let token = Digest::of("t");
        let text = format!("{} or {}.", mark_of_link("a"), mark_of_code(token));
        let code = secrets.code(token);
        let said = format!("{} or {} {}.", secrets.token("a"), &code[..3], &code[3..]);
        assert_eq!(secrets.reveal(&text), said);
    }

    #[test]
    fn nobody_writes_a_mark_into_a_letter() {
        let secrets = Secrets::from_seed([1; 32]);
        let title = without_marks(&format!("Read {}", mark_of_link("a")));
        assert_eq!(secrets.reveal(&title), "Read link a");
    }
}

//! Reads a trust file, strictly: a line that is not understood might be the one that mattered.

use std::collections::HashSet;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::kinds::words::Level;
use tlog::Verifier;

use super::{Trust, Witnesses};
use crate::grade::Aspect;

/// Refused, with the line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Line {line} of the trust file: {why}")]
pub struct BadTrust {
    /// Counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Control characters, or bytes that are no text.
    #[error("control characters are not allowed, except tabs.")]
    ControlCharacter,
    /// A first word that means nothing here.
    #[error("'{0}' is none of log, witness, group, quorum, person, site, require, level.")]
    UnknownWord(String),
    /// Too few or too many words.
    #[error("expected `{0}`.")]
    Words(&'static str),
    /// A key that cannot be used.
    #[error("{0}")]
    Key(String),
    /// The same key, name or quorum twice.
    #[error("'{0}' was defined before.")]
    Twice(String),
    /// A name that no earlier line defines.
    #[error("'{0}' is not defined on an earlier line.")]
    Undefined(String),
    /// A threshold outside 1 to the number of members.
    #[error("a group needs all, any, or a number from 1 to its number of members.")]
    Threshold,
    /// Not a SHA-256 digest.
    #[error("a key is named by the 64 lower-case hex digits of its SHA-256.")]
    Digest,
    /// Not a grade.
    #[error("'{0}' is none of consistent, timed, witnessed, identified.")]
    Grade(String),
    /// Not a level.
    #[error("'{0}' is neither L1 nor L2.")]
    Level(String),
}

impl FromStr for Trust {
    type Err = BadTrust;

    fn from_str(text: &str) -> Result<Self, BadTrust> {
        let mut reader = Reader::default();
        for (number, line) in text.split('\n').enumerate() {
            reader.line(line).map_err(|why| BadTrust {
                line: number + 1,
                why,
            })?;
        }
        Ok(reader.trust)
    }
}

#[derive(Default)]
struct Reader {
    trust: Trust,
    quorum_seen: bool,
    witness_keys: HashSet<String>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), Why> {
        if line.chars().any(|c| c.is_control() && c != '\t') {
            return Err(Why::ControlCharacter);
        }
        let words: Vec<&str> = line
            .split([' ', '\t'])
            .filter(|word| !word.is_empty())
            .collect();
        match words.as_slice() {
            [] => Ok(()),
            [word, ..] if word.starts_with('#') => Ok(()),
            ["log", vkey] | ["log", vkey, _] => self.log(vkey),
            ["log", ..] => Err(Why::Words("log <vkey> [<url>]")),
            ["witness", name, vkey] | ["witness", name, vkey, _] => self.witness(name, vkey),
            ["witness", ..] => Err(Why::Words("witness <name> <vkey> [<url>]")),
            ["group", name, needed, members @ ..] if !members.is_empty() => {
                self.group(name, needed, members)
            }
            ["group", ..] => Err(Why::Words("group <name> all|any|<k> <name>...")),
            ["quorum", name] => self.quorum(name),
            ["quorum", ..] => Err(Why::Words("quorum <name>|none")),
            ["person", pid, key] => self.person(pid, key),
            ["person", ..] => Err(Why::Words("person <person id> <sha256 of the key>")),
            ["site", origin] => self.site(origin),
            ["site", ..] => Err(Why::Words("site <origin>")),
            ["require", grade] => self.require(grade),
            ["require", ..] => Err(Why::Words("require consistent|timed|witnessed|identified")),
            ["level", kind, level] => self.level(kind, level),
            ["level", ..] => Err(Why::Words("level <kind> L1|L2")),
            [word, ..] => Err(Why::UnknownWord((*word).to_owned())),
        }
    }

    fn log(&mut self, vkey: &str) -> Result<(), Why> {
        let key: Verifier = vkey
            .parse()
            .map_err(|refused: tlog::note::NotAKey| Why::Key(refused.to_string()))?;
        if self
            .trust
            .logs
            .iter()
            .any(|known| known.public_key() == key.public_key())
        {
            return Err(Why::Twice(vkey.to_owned()));
        }
        self.trust.logs.push(key);
        Ok(())
    }

    fn witness(&mut self, name: &str, vkey: &str) -> Result<(), Why> {
        self.refuse_taken(name)?;
        let key = witness_key(vkey).ok_or_else(|| Why::Key("a witness key is written as name+id+base64, with an Ed25519 cosignature key (0x04).".into()))?;
        if !self.witness_keys.insert(key) {
            return Err(Why::Twice(vkey.to_owned()));
        }
        self.trust
            .witnesses
            .insert(name.to_owned(), vkey.to_owned());
        Ok(())
    }

    fn group(&mut self, name: &str, needed: &str, members: &[&str]) -> Result<(), Why> {
        self.refuse_taken(name)?;
        let mut seen = HashSet::new();
        for member in members {
            self.refuse_undefined(member)?;
            if !seen.insert(member) {
                return Err(Why::Twice((*member).to_owned()));
            }
        }
        let needed = match needed {
            "all" => members.len(),
            "any" => 1,
            number => number.parse().map_err(|_| Why::Threshold)?,
        };
        if !(1..=members.len()).contains(&needed) {
            return Err(Why::Threshold);
        }
        let members = members.iter().map(|member| (*member).to_owned()).collect();
        self.trust
            .groups
            .insert(name.to_owned(), Witnesses { needed, members });
        Ok(())
    }

    fn quorum(&mut self, name: &str) -> Result<(), Why> {
        if self.quorum_seen {
            return Err(Why::Twice("quorum".to_owned()));
        }
        self.quorum_seen = true;
        if name == "none" {
            return Ok(());
        }
        self.refuse_undefined(name)?;
        self.trust.quorum = Some(name.to_owned());
        Ok(())
    }

    fn person(&mut self, pid: &str, key: &str) -> Result<(), Why> {
        let key = key.parse().map_err(|_| Why::Digest)?;
        self.trust
            .persons
            .entry(pid.to_owned())
            .or_default()
            .insert(key);
        Ok(())
    }

    /// An origin as browsers write it (RFC 6454 §6.2): no path, no slash at the end.
    fn site(&mut self, origin: &str) -> Result<(), Why> {
        let host = origin
            .strip_prefix("https://")
            .or_else(|| origin.strip_prefix("http://"));
        if host.is_none_or(|host| host.is_empty() || host.contains('/')) {
            return Err(Why::Words("site https://<host>[:<port>]"));
        }
        self.trust.sites.push(origin.to_owned());
        Ok(())
    }

    fn require(&mut self, grade: &str) -> Result<(), Why> {
        let aspect = Aspect::ALL
            .into_iter()
            .find(|aspect| aspect.name() == grade)
            .ok_or_else(|| Why::Grade(grade.to_owned()))?;
        self.trust.required.insert(aspect);
        Ok(())
    }

    fn level(&mut self, kind: &str, level: &str) -> Result<(), Why> {
        let level = match level {
            "L1" => Level::L1,
            "L2" => Level::L2,
            other => return Err(Why::Level(other.to_owned())),
        };
        match self.trust.levels.insert(kind.to_owned(), level) {
            Some(_) => Err(Why::Twice(kind.to_owned())),
            None => Ok(()),
        }
    }

    fn is_defined(&self, name: &str) -> bool {
        self.trust.witnesses.contains_key(name) || self.trust.groups.contains_key(name)
    }

    fn refuse_taken(&self, name: &str) -> Result<(), Why> {
        if name == "none" || self.is_defined(name) {
            Err(Why::Twice(name.to_owned()))
        } else {
            Ok(())
        }
    }

    fn refuse_undefined(&self, name: &str) -> Result<(), Why> {
        if self.is_defined(name) {
            Ok(())
        } else {
            Err(Why::Undefined(name.to_owned()))
        }
    }
}

/// The key material of a witness's vkey: C2SP tlog-cosignature, type 0x04 and 32 bytes of Ed25519 key.
fn witness_key(vkey: &str) -> Option<String> {
    const COSIGNATURE: u8 = 0x04;
    let (name, rest) = vkey.split_once('+')?;
    let (id, encoded) = rest.split_once('+')?;
    let typed = STANDARD.decode(encoded).ok()?;
    let is_key = typed.len() == 33 && typed[0] == COSIGNATURE;
    let is_id = id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_key && is_id && !name.is_empty()).then(|| encoded.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    fn witness(number: u8) -> String {
        format!(
            "w.example+0000000{number}+{}",
            STANDARD.encode([&[4][..], &[number; 32]].concat())
        )
    }

    fn refusal(text: &str) -> (usize, Why) {
        let bad = text.parse::<Trust>().unwrap_err();
        (bad.line, bad.why)
    }

    #[test]
    fn a_full_file_is_read() {
        let text = format!(
            "# ours\n\nlog {LOG} https://acme.example\n\twitness A {}\nwitness B {}\ngroup both all A B\nquorum both\n\
             person per_1 {}\nrequire timed\nlevel statement L2\n",
            witness(1),
            witness(2),
            "ab".repeat(32)
        );
        let trust: Trust = text.parse().unwrap();
        assert_eq!(trust.logs.len(), 1);
        assert_eq!(
            trust.groups["both"],
            Witnesses {
                needed: 2,
                members: vec!["A".into(), "B".into()]
            }
        );
        assert_eq!(trust.quorum.as_deref(), Some("both"));
        assert!(trust.persons["per_1"].contains(&"ab".repeat(32).parse().unwrap()));
        assert_eq!(
            (
                trust.level(&["document-signed", "statement"]),
                trust.level(&["policy"])
            ),
            (Some(Level::L2), None)
        );
        assert!(trust.required.contains(&Aspect::Timed));
    }

    #[test]
    fn an_unknown_word_is_refused_with_its_line() {
        assert_eq!(
            refusal("# a\nlogs x\n"),
            (2, Why::UnknownWord("logs".into()))
        );
        assert_eq!(
            refusal("\n\nrequire happiness"),
            (3, Why::Grade("happiness".into()))
        );
        assert_eq!(
            refusal("level document-signed L9"),
            (1, Why::Level("L9".into()))
        );
        assert_eq!(refusal("person per_1 AB"), (1, Why::Digest));
        assert!(matches!(refusal("site a.example"), (1, Why::Words(_))));
        assert_eq!(refusal("log a\r"), (1, Why::ControlCharacter));
        assert!(matches!(refusal("log a+b+c"), (1, Why::Key(_))));
        assert!(matches!(refusal("quorum"), (1, Why::Words(_))));
    }

    #[test]
    fn names_are_defined_once_and_before_use() {
        let one = witness(1);
        assert_eq!(refusal(&format!("log {LOG}\nlog {LOG}")).0, 2);
        assert_eq!(refusal("quorum A").1, Why::Undefined("A".into()));
        assert_eq!(
            refusal(&format!("witness A {one}\nwitness A {}", witness(2))).0,
            2
        );
        assert_eq!(refusal(&format!("witness A {one}\nwitness B {one}")).0, 2);
        assert_eq!(
            refusal(&format!("witness A {one}\ngroup g 2 A")),
            (2, Why::Threshold)
        );
        assert_eq!(refusal(&format!("witness A {one}\ngroup g any A A")).0, 2);
        assert_eq!(
            refusal("quorum none\nquorum none"),
            (2, Why::Twice("quorum".into()))
        );
    }
}

//! Step 6: reads the lines of a bundle and opens each record against its leaf, on every processor there is.

use std::collections::{HashMap, HashSet};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use record::disclosure::FieldDigest;
use record::envelope::DoesNotOpen;
use record::{Body, Disclosure, Envelope, Leaf, Salt};

use super::files::{unreadable, workers};
use crate::finding::{Code, Finding};

/// One line of a bundle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) index: u64,
    salt: Salt,
    bytes: &'a [u8],
}

/// A line with its leaf, ready to be opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sealed<'a> {
    pub(super) line: Line<'a>,
    pub(super) leaf: Leaf,
}

/// An opened record.
#[derive(Debug)]
pub(super) struct OpenRecord {
    pub(super) record: Envelope,
    /// Details that the record conceals and the pack does not disclose.
    pub(super) undisclosed: u64,
    /// What the person it is about is called, where the pack discloses that.
    pub(super) name: Option<String>,
    pub(super) findings: Vec<Finding>,
}

/// Disclosures of one bundle, by the record they belong to.
pub(super) type Disclosures<'a> = HashMap<u64, Vec<&'a [u8]>>;

/// `<index> <salt base64> <canonical JSON>`
pub(super) fn parse_line(line: &[u8]) -> Option<Line<'_>> {
    let (index, rest) = split(line)?;
    let (salt, bytes) = split(rest)?;
    let salt = STANDARD.decode(salt).ok()?.try_into().ok()?;
    Some(Line {
        index: number(index)?,
        salt: Salt(salt),
        bytes,
    })
}

/// `<index> <disclosure>`
pub(super) fn parse_disclosure(line: &[u8]) -> Option<(u64, &[u8])> {
    let (index, disclosure) = split(line)?;
    Some((number(index)?, disclosure))
}

/// Opens all, in order; a bundle is small enough to hold and large enough to share out.
pub(super) fn open_all(
    sealed: &[Sealed<'_>],
    disclosures: &Disclosures<'_>,
) -> Vec<Result<OpenRecord, Finding>> {
    let share = sealed.len().div_ceil(workers()).max(64);
    thread::scope(|scope| {
        let open_share = |share: &[Sealed<'_>]| {
            share
                .iter()
                .map(|sealed| open_one(sealed, disclosures))
                .collect::<Vec<_>>()
        };
        let running: Vec<_> = sealed
            .chunks(share)
            .map(|share| scope.spawn(move || open_share(share)))
            .collect();
        running
            .into_iter()
            .flat_map(|worker| worker.join().expect("opening a record does not panic"))
            .collect()
    })
}

fn open_one(sealed: &Sealed<'_>, disclosures: &Disclosures<'_>) -> Result<OpenRecord, Finding> {
    let Line { index, salt, bytes } = sealed.line;
    let record = Envelope::open(bytes, &salt, &sealed.leaf).map_err(|why| refused(index, &why))?;
    let concealed = concealed(&record);
    let mut findings = Vec::new();
    let (mut disclosed, mut name) = (HashSet::new(), None);
    for bytes in disclosures.get(&index).into_iter().flatten() {
        match disclose(bytes, &concealed) {
            Ok(digest) if disclosed.insert(digest) => name = name.or_else(|| name_in(bytes)),
            Ok(_) => findings.push(mismatch(index, "it is disclosed twice")),
            Err(why) => findings.push(mismatch(index, why)),
        }
    }
    let undisclosed = (concealed.len() - disclosed.len()) as u64;
    Ok(OpenRecord {
        record,
        undisclosed,
        name,
        findings,
    })
}

fn disclose(bytes: &[u8], concealed: &HashSet<FieldDigest>) -> Result<FieldDigest, &'static str> {
    if Disclosure::parse(bytes).is_err() {
        return Err("it is not a salted field");
    }
    let digest = FieldDigest::of(bytes);
    if concealed.contains(&digest) {
        Ok(digest)
    } else {
        Err("the record has no such digest")
    }
}

/// The name that a disclosure tells; other details are not needed.
fn name_in(bytes: &[u8]) -> Option<String> {
    let field = Disclosure::parse(bytes).ok()?;
    match field.value {
        serde_json::Value::String(name) if field.name == "name" => Some(name),
        _ => None,
    }
}

fn concealed(record: &Envelope) -> HashSet<FieldDigest> {
    let in_body = match &record.body {
        Body::PersonJoined(joined) => joined.concealed.digests(),
        Body::AddressChangeRequested(requested) => requested.concealed.digests(),
        Body::PersonChanged(changed) => changed.concealed.digests(),
        _ => &[],
    };
    record
        .actor
        .concealed
        .digests()
        .iter()
        .chain(in_body)
        .copied()
        .collect()
}

fn refused(index: u64, why: &DoesNotOpen) -> Finding {
    use record::envelope::Unreadable;
    let reason = why.to_string();
    let reason = reason.trim_end_matches('.');
    let code = match why {
        DoesNotOpen::Altered => Code::RecordAltered,
        DoesNotOpen::OtherClass { .. } => Code::ClassMismatch,
        DoesNotOpen::OtherTime => Code::TimeMismatch,
        DoesNotOpen::OtherLineage => Code::LineageMismatch,
        DoesNotOpen::Unreadable(Unreadable::NotCanonical(_)) => Code::RecordNotCanonical,
        DoesNotOpen::Unreadable(Unreadable::UnknownVersion(_)) => Code::FormatUnknown,
        DoesNotOpen::Unreadable(_) => {
            return unreadable(format!("Record {index}"), reason).at(index);
        }
    };
    Finding::new(code).at(index).arg("why", reason)
}

pub(super) fn mismatch(index: u64, why: &str) -> Finding {
    Finding::new(Code::DisclosureMismatch)
        .at(index)
        .arg("why", why)
}

fn split(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let space = line.iter().position(|byte| *byte == b' ')?;
    Some((&line[..space], &line[space + 1..]))
}

/// A decimal number in its one spelling.
fn number(digits: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(digits).ok()?;
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

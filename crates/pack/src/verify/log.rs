//! Steps 2 and 4: which log this is, whose key signed it, and which of its former states must still be in it.

use std::io;

use record::Digest;
use std::collections::HashSet;
use tlog::checkpoint::CheckpointRefused;
use tlog::note::{NoteRefused, SignedNote};
use tlog::{Checkpoint, TreeHead, Verifier};

use super::files::{self, Checked, is_there, read_small, unreadable};
use super::found::Found;
use super::{Options, Pack};
use crate::finding::{Code, Finding};
use crate::layout::{CHECKPOINT, EARLIER, LOG_VKEY, MANIFEST_NOTE};
use crate::manifest;
use crate::write::About;

/// The log as the pack shows it, with what it must agree with.
pub(super) struct Log {
    pub(super) origin: String,
    pub(super) keys: Vec<Verifier>,
    pub(super) head: TreeHead,
    /// Former states, each by the name of the file that tells of it.
    pub(super) former: Vec<Former>,
    /// Documents that are in the pack unaltered.
    pub(super) documents: HashSet<Digest>,
}

pub(super) struct Former {
    pub(super) name: String,
    pub(super) head: TreeHead,
    /// The auditor brought it; the pack's own prove nothing about its maker.
    pub(super) is_auditors: bool,
}

/// Opens checkpoint, manifest note and former checkpoints; `None` where there is no checkpoint to go by.
pub(super) fn open(
    files: Pack<'_>,
    about: Option<&About>,
    checked: &Checked,
    options: &Options,
    found: &mut Found,
) -> io::Result<Option<Log>> {
    let Some(note) = read_note(files, CHECKPOINT, found)? else {
        return Ok(None);
    };
    let Some(claimed) = text_of(&note).and_then(|text| text.parse::<Checkpoint>().ok()) else {
        found.add(unreadable(CHECKPOINT, "it is not a checkpoint"));
        return Ok(None);
    };
    let origin = claimed.origin().to_owned();
    let keys = keys(files, &origin, options, found)?;
    judge_note(
        CHECKPOINT,
        Checkpoint::open_note(&note, &origin, &keys).map(|_| ()),
        &origin,
        found,
    );
    if about.is_some_and(|about| about.origin != origin) {
        found.add(unreadable(
            crate::layout::PACK_JSON,
            "it speaks of another log than the checkpoint",
        ));
    }
    check_manifest_note(files, checked, &origin, &keys, found)?;
    let mut log = Log {
        origin,
        keys,
        head: claimed.head(),
        former: Vec::new(),
        documents: checked.documents.clone(),
    };
    add_former(files, options, &mut log, found)?;
    Ok(Some(log))
}

/// The keys to believe: the auditor's for this origin, else the pack's own.
fn keys(
    files: Pack<'_>,
    origin: &str,
    options: &Options,
    found: &mut Found,
) -> io::Result<Vec<Verifier>> {
    let trusted = options.trust.as_ref().map_or(&[][..], |trust| &trust.logs);
    let ours: Vec<Verifier> = trusted
        .iter()
        .filter(|key| key.name() == origin)
        .cloned()
        .collect();
    if !ours.is_empty() {
        return Ok(ours);
    }
    let claimed = if is_there(files, LOG_VKEY) {
        read_small(files, LOG_VKEY)?
    } else {
        Vec::new()
    };
    let key: Option<Verifier> = std::str::from_utf8(&claimed)
        .ok()
        .and_then(|text| text.strip_suffix('\n')?.parse().ok());
    if key.is_none() && !claimed.is_empty() {
        found.add(unreadable(LOG_VKEY, "it is not a verifier key"));
    }
    let fingerprint = key
        .as_ref()
        .map_or_else(|| "no key".to_owned(), ToString::to_string);
    let code = if trusted.is_empty() {
        Code::LogKeyFromPack
    } else {
        Code::LogUnknown
    };
    found.add(
        Finding::new(code)
            .subject(origin)
            .arg("origin", origin)
            .arg("fingerprint", fingerprint),
    );
    Ok(key.into_iter().collect())
}

fn read_note(files: Pack<'_>, name: &str, found: &mut Found) -> io::Result<Option<SignedNote>> {
    if !is_there(files, name) {
        return Ok(None);
    }
    let note = SignedNote::parse(read_small(files, name)?);
    Ok(note.map_err(|why| found.add(unreadable(name, why))).ok())
}

/// The text of a note before its signatures are checked: everything up to the last empty line.
fn text_of(note: &SignedNote) -> Option<String> {
    let whole = note.to_string();
    whole.rfind("\n\n").map(|end| whole[..=end].to_owned())
}

fn judge_note(name: &str, opened: Result<(), CheckpointRefused>, origin: &str, found: &mut Found) {
    let code = match opened {
        Ok(()) => return,
        Err(CheckpointRefused::Note(NoteRefused::InvalidSignature(_))) => {
            Code::CheckpointSignatureInvalid
        }
        Err(
            CheckpointRefused::Note(NoteRefused::NoKnownSignature)
            | CheckpointRefused::OtherLog { .. },
        ) => Code::CheckpointNotSignedByLog,
        Err(why) => {
            found.add(unreadable(name, why));
            return;
        }
    };
    found.add(
        Finding::new(code)
            .subject(name)
            .arg("name", name)
            .arg("origin", origin),
    );
}

fn check_manifest_note(
    files: Pack<'_>,
    checked: &Checked,
    origin: &str,
    keys: &[Verifier],
    found: &mut Found,
) -> io::Result<()> {
    let (Some(digest), Some(note)) = (checked.manifest, read_note(files, MANIFEST_NOTE, found)?)
    else {
        return Ok(());
    };
    let why = match note.open(keys) {
        Ok(open) if open.text == manifest::note_text(origin, &digest) => return Ok(()),
        Ok(_) => "the log signed another list".to_owned(),
        Err(why) => why.to_string().trim_end_matches('.').to_owned(),
    };
    found.add(
        Finding::new(Code::ManifestNotSigned)
            .subject(MANIFEST_NOTE)
            .arg("why", why),
    );
    Ok(())
}

fn add_former(
    files: Pack<'_>,
    options: &Options,
    log: &mut Log,
    found: &mut Found,
) -> io::Result<()> {
    let in_pack = files
        .entries()
        .iter()
        .filter(|entry| entry.name.starts_with(EARLIER));
    let mut notes: Vec<(String, Vec<u8>, bool)> = Vec::new();
    for entry in in_pack {
        notes.push((
            entry.name.clone(),
            files::read_small(files, &entry.name)?,
            false,
        ));
    }
    notes.extend(
        options
            .earlier
            .iter()
            .map(|earlier| (earlier.name.clone(), earlier.note.clone(), true)),
    );
    for (name, note, is_auditors) in notes {
        match Checkpoint::open(&note, &log.origin, &log.keys) {
            Ok(checkpoint) => add_one(
                log,
                Former {
                    name,
                    head: checkpoint.head(),
                    is_auditors,
                },
                found,
            ),
            Err(why) => judge_note(&name, Err(why), &log.origin, found),
        }
    }
    Ok(())
}

fn add_one(log: &mut Log, former: Former, found: &mut Found) {
    if former.head.size > log.head.size {
        let rolled_back = Finding::new(Code::LogRolledBack)
            .subject(&former.name)
            .arg("name", &former.name);
        found.add(
            rolled_back
                .arg("earlier", former.head.size)
                .arg("now", log.head.size),
        );
    } else {
        log.former.push(former);
    }
}

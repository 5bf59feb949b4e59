//! One walk along the log: leaves, records and disclosures side by side, each read once and in order.
//!
//! What the pack opens is checked and shown to the ledger; what it does not open is counted, and named where leaving
//! it out is not the issuer's choice (`trust.md` 4.2, 6 and 7).

use std::collections::HashSet;
use std::io::{self, Read};

use tlog::TlogProof;

use super::entries::{Entries, Entry};
use super::files::{self, unreadable};
use super::found::Found;
use super::ledger::{Ledger, Seen};
use super::log::Log;
use super::opening::{self, Disclosures, Sealed};
use super::time::{is_owed, shown};
use super::{Pack, Tally};
use crate::finding::{Code, Finding};
use crate::layout::{self, BUNDLE_LINES, MAX_BUNDLE_BYTES, PROOFS, RECORDS};
use crate::write::About;

/// What the walk leaves behind.
pub(super) struct Walked<'a> {
    pub(super) ledger: Ledger<'a>,
    pub(super) tally: Tally,
}

pub(super) fn walk<'a>(
    files: Pack<'a>,
    log: &'a Log,
    about: Option<&'a About>,
    ledger: Ledger<'a>,
    found: &mut Found,
) -> io::Result<Walked<'a>> {
    let entries = Entries::open(files, log, found)?;
    let proofs = names(files, PROOFS).map(layout::number_in).collect();
    let mut walk = Walk {
        files,
        log,
        about,
        entries,
        proofs,
        ledger,
        found,
        tally: Tally::default(),
        undisclosed: 0,
        outside: 0,
    };
    let mut bundles: Vec<&str> = names(files, RECORDS).collect();
    bundles.sort_by_key(|name| layout::position(name));
    for name in bundles {
        walk.bundle(name)?;
    }
    walk.finish()
}

fn names<'a>(files: Pack<'a>, folder: &'static str) -> impl Iterator<Item = &'a str> {
    files
        .entries()
        .iter()
        .map(|entry| entry.name.as_str())
        .filter(move |name| name.starts_with(folder))
}

struct Walk<'a, 'f> {
    files: Pack<'a>,
    log: &'a Log,
    about: Option<&'a About>,
    entries: Entries<'a>,
    proofs: HashSet<u64>,
    ledger: Ledger<'a>,
    found: &'f mut Found,
    tally: Tally,
    undisclosed: u64,
    outside: u64,
}

impl<'a> Walk<'a, '_> {
    fn bundle(&mut self, name: &str) -> io::Result<()> {
        let records = self.read(name)?;
        let beside = name.replacen(RECORDS, layout::DISCLOSURES, 1);
        let disclosed = if files::is_there(self.files, &beside) {
            self.read(&beside)?
        } else {
            Vec::new()
        };
        let disclosures = self.disclosures(&beside, &disclosed);
        let lines: Vec<&[u8]> = self.lines(name, &records);
        for lines in lines.chunks(BUNDLE_LINES) {
            self.lines_of_bundle(name, lines, &disclosures)?;
        }
        Ok(())
    }

    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.files
            .open(name)?
            .take(MAX_BUNDLE_BYTES)
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn lines<'b>(&mut self, name: &str, bytes: &'b [u8]) -> Vec<&'b [u8]> {
        let Some(bytes) = bytes.strip_suffix(b"\n") else {
            if !bytes.is_empty() {
                self.found.add(unreadable(name, "its last line is cut off"));
            }
            return Vec::new();
        };
        bytes.split(|byte| *byte == b'\n').collect()
    }

    fn disclosures<'b>(&mut self, name: &str, bytes: &'b [u8]) -> Disclosures<'b> {
        let mut disclosures = Disclosures::new();
        for line in self.lines(name, bytes) {
            match opening::parse_disclosure(line) {
                Some((index, disclosure)) => disclosures.entry(index).or_default().push(disclosure),
                None => self
                    .found
                    .add(unreadable(name, "a line is not `index disclosure`")),
            }
        }
        disclosures
    }

    fn lines_of_bundle(
        &mut self,
        name: &str,
        lines: &[&[u8]],
        disclosures: &Disclosures<'_>,
    ) -> io::Result<()> {
        let mut sealed: Vec<(Sealed<'_>, Entry)> = Vec::with_capacity(lines.len());
        for line in lines {
            let Some(line) = opening::parse_line(line) else {
                self.found
                    .add(unreadable(name, "a line is not `index salt record`"));
                continue;
            };
            match self.entry_at(line.index)? {
                Some(entry) => sealed.extend(entry.leaf.map(|leaf| (Sealed { line, leaf }, entry))),
                None => self.found.add(
                    unreadable(
                        name,
                        format!("record {} is out of order or beyond the log", line.index),
                    )
                    .at(line.index),
                ),
            }
        }
        let (sealed, entries): (Vec<_>, Vec<_>) = sealed.into_iter().unzip();
        for (opened, entry) in opening::open_all(&sealed, disclosures)
            .into_iter()
            .zip(entries)
        {
            self.opened(opened, entry)?;
        }
        Ok(())
    }

    /// The entry at `index`; what lies before it is not opened.
    fn entry_at(&mut self, index: u64) -> io::Result<Option<Entry>> {
        if index < self.entries.passed() {
            return Ok(None);
        }
        while let Some(entry) = self.next_entry()? {
            if entry.index == index {
                return Ok(Some(entry));
            }
            self.unopened(&entry);
        }
        Ok(None)
    }

    fn next_entry(&mut self) -> io::Result<Option<Entry>> {
        let entry = self.entries.next(self.found)?;
        if let Some(entry) = entry.filter(|entry| self.proofs.contains(&entry.index)) {
            self.check_proof(&entry)?;
        }
        Ok(entry)
    }

    fn opened(
        &mut self,
        opened: Result<opening::OpenRecord, Finding>,
        entry: Entry,
    ) -> io::Result<()> {
        let opened = match opened {
            Ok(opened) => opened,
            Err(refused) => {
                self.found.add(refused);
                return Ok(());
            }
        };
        opened
            .findings
            .into_iter()
            .for_each(|finding| self.found.add(finding));
        self.undisclosed += opened.undisclosed;
        self.ledger.learn_name(&opened.record.body, opened.name);
        self.tally.opened += 1;
        let Some(leaf) = entry.leaf else {
            return Ok(());
        };
        self.ledger.observe(
            &Seen {
                index: entry.index,
                hash: entry.hash,
                leaf,
                record: &opened.record,
            },
            self.found,
        )
    }

    /// A leaf without its record: named where the pack owes it, counted where it does not.
    fn unopened(&mut self, entry: &Entry) {
        let Some(leaf) = entry.leaf else { return };
        let since = self
            .about
            .and_then(|about| about.since)
            .map_or(0, record::Moment::as_millis);
        let until = self.about.map_or(u64::MAX, |about| about.until.as_millis());
        let is_in_period = leaf.class.is_blind() || (since..=until).contains(&leaf.recorded_ms);
        if !is_in_period {
            self.outside += u64::from(is_owed(&leaf));
        } else if is_owed(&leaf) {
            let withheld = Finding::new(Code::Withheld)
                .at(entry.index)
                .arg("class", leaf.class);
            self.found
                .add(withheld.arg("recorded", shown(leaf.recorded_ms)));
        } else {
            self.tally.unopened += 1;
        }
    }

    fn check_proof(&mut self, entry: &Entry) -> io::Result<()> {
        let name = layout::proof(entry.index);
        if !files::is_there(self.files, &name) {
            return Ok(());
        }
        let proof = TlogProof::parse(files::read_small(self.files, &name)?);
        let holds = proof.is_ok_and(|proof| {
            proof.index == entry.index
                && proof
                    .verify(&entry.hash, &self.log.origin, &self.log.keys)
                    .is_ok()
        });
        if !holds {
            self.found.add(
                Finding::new(Code::ProofInvalid)
                    .at(entry.index)
                    .subject(name),
            );
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<Walked<'a>> {
        while let Some(entry) = self.next_entry()? {
            self.unopened(&entry);
        }
        self.tally.entries = self.entries.passed();
        self.tally.log_key = self.log.keys.first().map(ToString::to_string);
        self.report_counts();
        self.entries.finish(self.found);
        self.tally.signatures = self.ledger.keys.verified();
        Ok(Walked {
            ledger: self.ledger,
            tally: self.tally,
        })
    }

    fn report_counts(&mut self) {
        let counts = [
            (Code::NotDisclosed, self.undisclosed),
            (Code::WithheldPeople, self.tally.unopened),
            (Code::OutsidePeriod, self.outside),
        ];
        for (code, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            self.found.add(Finding::new(code).arg("count", count));
        }
    }
}

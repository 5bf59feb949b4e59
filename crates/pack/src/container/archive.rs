//! A pack in a ZIP.
//!
//! Two questions are kept apart: may its files be read at all (names, links, compression, sizes, overlaps), and is it
//! byte for byte the ZIP the writer makes of them. The second costs the pack its verdict, but not its reading.

use std::collections::HashMap;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Mutex, PoisonError};

use super::directory::{self, Claim, Directory, NoDirectory};
use super::zip_form::{self, LOCAL_BYTES, Stored};
use super::{Entry, Files, Opened, judge, too_many, unsafe_path};
use crate::finding::{Code, Finding};
use crate::layout::{self, MAX_FILES};
use crate::path::UnsafePath;

struct Archive<R> {
    source: Mutex<R>,
    entries: Vec<Entry>,
    places: HashMap<String, Place>,
}

#[derive(Clone, Copy)]
struct Place {
    data: u64,
    size: u64,
    crc: u32,
}

pub(super) fn open(mut source: impl Read + Seek + Send + 'static) -> io::Result<Opened> {
    let directory = match directory::read(&mut source, MAX_FILES) {
        Ok(directory) => directory,
        Err(NoDirectory::Io(error)) => return Err(error),
        Err(NoDirectory::TooLarge) => return Ok(Opened::refused(vec![too_many()])),
        Err(why @ NoDirectory::NotAZip) => {
            return Ok(Opened::refused(vec![
                Finding::new(Code::FormatUnknown).arg("why", why),
            ]));
        }
        Err(why @ NoDirectory::Damaged) => {
            return Ok(Opened::refused(vec![container_changed(why)]));
        }
    };
    let mut entries: Vec<Entry> = directory.claims.iter().map(entry).collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    let mut unsafe_findings = judge(&entries);
    unsafe_findings.extend(
        directory
            .claims
            .iter()
            .filter_map(|claim| unreadable(claim, &directory)),
    );
    if !unsafe_findings.is_empty() {
        return Ok(Opened::refused(unsafe_findings));
    }
    let Some(places) = places(&mut source, &directory)? else {
        return Ok(Opened::refused(vec![container_changed(
            "files lie over each other, or beyond the end",
        )]));
    };
    let as_written = is_as_written(&mut source, &directory)?;
    let mut opened = Opened::unless(
        Vec::new(),
        Archive {
            source: Mutex::new(source),
            entries,
            places,
        },
    );
    if !as_written {
        opened.findings.push(container_changed(
            "its headers, their order or what lies between the files differ",
        ));
    }
    Ok(opened)
}

fn entry(claim: &Claim) -> Entry {
    Entry {
        name: String::from_utf8_lossy(&claim.name).into_owned(),
        size: claim.size,
    }
}

fn container_changed(why: impl ToString) -> Finding {
    Finding::new(Code::ContainerChanged).arg("why", why)
}

/// Why the bytes of this entry cannot be taken as they lie.
fn unreadable(claim: &Claim, directory: &Directory) -> Option<Finding> {
    const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;
    const KIND: u32 = 0o170_000;
    const ORDINARY: u32 = 0o100_000;
    let name = String::from_utf8_lossy(&claim.name).into_owned();
    let cannot_read = |why: &str| {
        Some(
            Finding::new(Code::RecordUnreadable)
                .subject(&name)
                .arg("name", &name)
                .arg("why", why),
        )
    };
    if claim.mode & KIND != 0 && claim.mode & KIND != ORDINARY {
        return Some(unsafe_path(&name, UnsafePath::NotAFile));
    }
    if claim.flags & ENCRYPTED != 0 {
        return cannot_read("it is encrypted");
    }
    if claim.method != 0 {
        return cannot_read("it is compressed, and packs are stored");
    }
    if claim.packed != claim.size {
        return cannot_read("its two sizes differ");
    }
    if claim.size > directory.offset {
        return Some(super::too_large(&Entry {
            name: format!("{name} claims more bytes than the ZIP has and"),
            size: claim.size,
        }));
    }
    None
}

/// Where the data of each file lies; `None` if two overlap or one leaves the archive.
fn places(
    source: &mut (impl Read + Seek),
    directory: &Directory,
) -> io::Result<Option<HashMap<String, Place>>> {
    let mut places = HashMap::new();
    let mut claims: Vec<&Claim> = directory.claims.iter().collect();
    claims.sort_by_key(|claim| claim.offset);
    let mut free_from = 0;
    for claim in claims {
        if claim.offset < free_from
            || claim.offset.saturating_add(LOCAL_BYTES as u64) > directory.offset
        {
            return Ok(None);
        }
        let header = directory::read_at(source, claim.offset, LOCAL_BYTES as u64)?;
        let variable = u64::from(u16::from_le_bytes([header[26], header[27]]))
            + u64::from(u16::from_le_bytes([header[28], header[29]]));
        let data = claim.offset + LOCAL_BYTES as u64 + variable;
        free_from = data.saturating_add(claim.size);
        if free_from > directory.offset {
            return Ok(None);
        }
        places.insert(
            String::from_utf8_lossy(&claim.name).into_owned(),
            Place {
                data,
                size: claim.size,
                crc: claim.crc,
            },
        );
    }
    Ok(Some(places))
}

/// Whether the writer would have made exactly these bytes around these files.
fn is_as_written(source: &mut (impl Read + Seek), directory: &Directory) -> io::Result<bool> {
    let Some(mut files) = directory
        .claims
        .iter()
        .map(stored)
        .collect::<Option<Vec<Stored>>>()
    else {
        return Ok(false);
    };
    let mut expected_tail: Vec<u8> = files.iter().flat_map(zip_form::central_header).collect();
    let size = expected_tail.len() as u64;
    expected_tail.extend(zip_form::end(files.len() as u64, size, directory.offset));
    if expected_tail != directory.tail || !files.is_sorted_by(|a, b| a.name < b.name) {
        return Ok(false);
    }
    files.sort_by(|a, b| layout::position(&a.name).cmp(&layout::position(&b.name)));
    let mut next = 0;
    for file in &files {
        let expected = zip_form::local_header(file);
        if file.offset != next
            || directory::read_at(source, next, expected.len() as u64)? != expected
        {
            return Ok(false);
        }
        next += expected.len() as u64 + u64::from(file.size);
    }
    Ok(next == directory.offset)
}

fn stored(claim: &Claim) -> Option<Stored> {
    let name = String::from_utf8(claim.name.clone()).ok()?;
    Some(Stored {
        name,
        size: u32::try_from(claim.size).ok()?,
        crc: claim.crc,
        offset: claim.offset,
    })
}

impl<R: Read + Seek + Send> Files for Archive<R> {
    fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        let place = self.places.get(name).ok_or(io::ErrorKind::NotFound)?;
        let window = Window {
            source: &self.source,
            next: place.data,
            left: place.size,
        };
        Ok(Box::new(io::BufReader::with_capacity(1 << 16, window)))
    }

    fn claimed_crc(&self, name: &str) -> Option<u32> {
        self.places.get(name).map(|place| place.crc)
    }
}

/// One file's stretch of the archive. Several may be open at once, so each read seeks for itself.
struct Window<'a, R> {
    source: &'a Mutex<R>,
    next: u64,
    left: u64,
}

impl<R: Read + Seek> Read for Window<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = usize::try_from(self.left).map_or(buffer.len(), |left| left.min(buffer.len()));
        if wanted == 0 {
            return Ok(0);
        }
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        source.seek(SeekFrom::Start(self.next))?;
        let read = source.read(&mut buffer[..wanted])?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.next += read as u64;
        self.left -= read as u64;
        Ok(read)
    }
}

//! Where the writer puts files: straight into the one ZIP that holds them.
//!
//! Every header is final when it is written, so a pack can be streamed to a browser; a file too large for memory says
//! its size and checksum first and then gives its bytes.

use std::io::{self, Write};

use sha2::{Digest as _, Sha256};

use super::CannotWrite;
use crate::container::zip_form::{self, Stored};
use crate::layout::{self, MAX_FILE_BYTES};
use crate::manifest::{Digest, Manifest};

pub(super) struct Sink<W> {
    out: W,
    offset: u64,
    stored: Vec<Stored>,
    pub(super) manifest: Manifest,
}

/// What must be known of a file before its first byte.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums {
    pub(super) size: u64,
    pub(super) crc: u32,
    pub(super) sha256: Digest,
}

impl Sums {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self {
            size: bytes.len() as u64,
            crc: crc32fast::hash(bytes),
            sha256: Sha256::digest(bytes).into(),
        }
    }
}

impl<W: Write> Sink<W> {
    pub(super) fn new(out: W) -> Self {
        Self {
            out,
            offset: 0,
            stored: Vec::new(),
            manifest: Manifest::default(),
        }
    }

    /// Writes one file whole.
    pub(super) fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), CannotWrite> {
        self.begin(name, &Sums::of(bytes))?;
        Ok(self.bytes(bytes)?)
    }

    /// Writes the header of a file whose bytes follow through [`Sink::bytes`].
    pub(super) fn begin(&mut self, name: &str, sums: &Sums) -> Result<(), CannotWrite> {
        debug_assert!(
            self.stored
                .last()
                .is_none_or(|last| layout::position(&last.name) < layout::position(name)),
            "{name} is out of order"
        );
        crate::path::check(name).map_err(|why| CannotWrite::Name {
            name: name.to_owned(),
            why,
        })?;
        let limit = layout::max_bytes(name).min(MAX_FILE_BYTES);
        let Some(size) = u32::try_from(sums.size)
            .ok()
            .filter(|&size| u64::from(size) <= limit)
        else {
            return Err(CannotWrite::TooLarge {
                name: name.to_owned(),
                size: sums.size,
            });
        };
        let stored = Stored {
            name: name.to_owned(),
            size,
            crc: sums.crc,
            offset: self.offset,
        };
        self.bytes(&zip_form::local_header(&stored))?;
        self.stored.push(stored);
        self.manifest.insert(name, sums.sha256);
        Ok(())
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.offset += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// Writes the directory of the ZIP and gives the sink back its output.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.stored.sort_by(|a, b| a.name.cmp(&b.name));
        let at = self.offset;
        for file in &self.stored {
            let header = zip_form::central_header(file);
            self.offset += header.len() as u64;
            self.out.write_all(&header)?;
        }
        self.out.write_all(&zip_form::end(
            self.stored.len() as u64,
            self.offset - at,
            at,
        ))?;
        self.out.flush()?;
        Ok(self.out)
    }
}

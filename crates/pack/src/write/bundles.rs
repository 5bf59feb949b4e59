//! Gathers records into bundles of 4096 lines, and the disclosures of each bundle into one beside it.

use std::io::Write;

use super::sink::Sink;
use super::{CannotWrite, Record, record_line};
use crate::layout::{self, BUNDLE_BYTES, BUNDLE_LINES};

#[derive(Default)]
pub(super) struct Bundles {
    number: u64,
    lines: usize,
    records: Vec<u8>,
    disclosures: Vec<u8>,
    last: Option<u64>,
}

impl Bundles {
    pub(super) fn push<W: Write>(
        &mut self,
        sink: &mut Sink<W>,
        record: &Record<'_>,
    ) -> Result<(), CannotWrite> {
        if self.last.is_some_and(|last| last >= record.index) {
            return Err(CannotWrite::OutOfOrder(format!("record {}", record.index)));
        }
        let line = record_line(record);
        self.last = Some(record.index);
        self.records.extend_from_slice(&line);
        for disclosure in record.disclosures {
            write!(self.disclosures, "{} ", record.index)?;
            self.disclosures.extend_from_slice(disclosure);
            self.disclosures.push(b'\n');
        }
        self.lines += 1;
        let is_full = self.lines == BUNDLE_LINES
            || self.records.len().max(self.disclosures.len()) > BUNDLE_BYTES;
        if is_full { self.flush(sink) } else { Ok(()) }
    }

    /// Writes the bundle begun, if there is one.
    pub(super) fn flush<W: Write>(&mut self, sink: &mut Sink<W>) -> Result<(), CannotWrite> {
        if self.lines == 0 {
            return Ok(());
        }
        if !self.disclosures.is_empty() {
            sink.put(&layout::disclosures_bundle(self.number), &self.disclosures)?;
        }
        sink.put(&layout::records_bundle(self.number), &self.records)?;
        self.records.clear();
        self.disclosures.clear();
        self.lines = 0;
        self.number += 1;
        Ok(())
    }
}

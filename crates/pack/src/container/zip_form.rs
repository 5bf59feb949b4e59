//! The one ZIP that holds a given set of files: every header byte is a function of names, sizes, checksums and order.
//!
//! Stored entries, the day ZIP began as the time, plain permissions, no comments, no extra fields except the 64-bit
//! offsets that a pack beyond 4 GiB cannot do without (APPNOTE 4.3 and 4.5.3).
//! The writer writes these bytes and the reader compares against them, so a changed byte between the files is seen too.
//! They must never change: old packs are compared with what this code would write today.

/// One stored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) name: String,
    /// Below 4 GiB; see [`crate::layout::MAX_FILE_BYTES`].
    pub(crate) size: u32,
    pub(crate) crc: u32,
    /// Where its local header begins.
    pub(crate) offset: u64,
}

pub(crate) const LOCAL: u32 = 0x0403_4b50;
pub(crate) const CENTRAL: u32 = 0x0201_4b50;
pub(crate) const END: u32 = 0x0605_4b50;
pub(crate) const END_64: u32 = 0x0606_4b50;
pub(crate) const LOCATOR_64: u32 = 0x0706_4b50;
pub(crate) const LOCAL_BYTES: usize = 30;
pub(crate) const CENTRAL_BYTES: usize = 46;
pub(crate) const END_BYTES: usize = 22;
pub(crate) const END_64_BYTES: usize = 56;
pub(crate) const LOCATOR_64_BYTES: usize = 20;
pub(crate) const FULL_16: u16 = u16::MAX;
pub(crate) const FULL_32: u32 = u32::MAX;

const PLAIN: u16 = 20;
const NEEDS_64: u16 = 45;
const MADE_ON_UNIX: u16 = 3 << 8 | PLAIN;
const FIRST_DAY_OF_1980: u16 = 1 << 5 | 1;
const ORDINARY_FILE_0644: u32 = 0o100_644 << 16;

pub(crate) fn local_header(file: &Stored) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(LOCAL_BYTES + file.name.len());
    put32(&mut bytes, LOCAL);
    put16(&mut bytes, PLAIN);
    put_common(&mut bytes, file);
    put16(&mut bytes, 0);
    bytes.extend_from_slice(file.name.as_bytes());
    bytes
}

pub(crate) fn central_header(file: &Stored) -> Vec<u8> {
    let short = u32::try_from(file.offset)
        .ok()
        .filter(|&offset| offset != FULL_32);
    let mut bytes = Vec::with_capacity(CENTRAL_BYTES + file.name.len());
    put32(&mut bytes, CENTRAL);
    put16(&mut bytes, MADE_ON_UNIX);
    put16(&mut bytes, if short.is_some() { PLAIN } else { NEEDS_64 });
    put_common(&mut bytes, file);
    put16(&mut bytes, if short.is_some() { 0 } else { 12 });
    put16(&mut bytes, 0);
    put16(&mut bytes, 0);
    put16(&mut bytes, 0);
    put32(&mut bytes, ORDINARY_FILE_0644);
    put32(&mut bytes, short.unwrap_or(FULL_32));
    bytes.extend_from_slice(file.name.as_bytes());
    if short.is_none() {
        put16(&mut bytes, 1);
        put16(&mut bytes, 8);
        put64(&mut bytes, file.offset);
    }
    bytes
}

/// What follows the central directory of `count` files that begins at `offset` and has `size` bytes.
pub(crate) fn end(count: u64, size: u64, offset: u64) -> Vec<u8> {
    let count_16 = u16::try_from(count).unwrap_or(FULL_16);
    let size_32 = u32::try_from(size).unwrap_or(FULL_32);
    let offset_32 = u32::try_from(offset).unwrap_or(FULL_32);
    let mut bytes = Vec::new();
    if count_16 == FULL_16 || size_32 == FULL_32 || offset_32 == FULL_32 {
        put_end_64(&mut bytes, count, size, offset);
    }
    put32(&mut bytes, END);
    put32(&mut bytes, 0);
    put16(&mut bytes, count_16);
    put16(&mut bytes, count_16);
    put32(&mut bytes, size_32);
    put32(&mut bytes, offset_32);
    put16(&mut bytes, 0);
    bytes
}

fn put_end_64(bytes: &mut Vec<u8>, count: u64, size: u64, offset: u64) {
    put32(bytes, END_64);
    put64(bytes, 44);
    put16(bytes, NEEDS_64);
    put16(bytes, NEEDS_64);
    put64(bytes, 0);
    put64(bytes, count);
    put64(bytes, count);
    put64(bytes, size);
    put64(bytes, offset);
    put32(bytes, LOCATOR_64);
    put32(bytes, 0);
    put64(bytes, offset + size);
    put32(bytes, 1);
}

/// Flags, method, time, date, checksum, both sizes, length of the name: the same in both headers.
fn put_common(bytes: &mut Vec<u8>, file: &Stored) {
    let name_length = u16::try_from(file.name.len()).unwrap_or(FULL_16);
    put16(bytes, 0);
    put16(bytes, 0);
    put16(bytes, 0);
    put16(bytes, FIRST_DAY_OF_1980);
    put32(bytes, file.crc);
    put32(bytes, file.size);
    put32(bytes, file.size);
    put16(bytes, name_length);
}

fn put16(bytes: &mut Vec<u8>, value: u16) {
    bytes.extend_from_slice(&value.to_le_bytes());
}

fn put32(bytes: &mut Vec<u8>, value: u32) {
    bytes.extend_from_slice(&value.to_le_bytes());
}

fn put64(bytes: &mut Vec<u8>, value: u64) {
    bytes.extend_from_slice(&value.to_le_bytes());
}

//! Reads what a ZIP claims about itself: its central directory, without believing any of it yet.

use std::io::{self, Read, Seek, SeekFrom};

use super::zip_form::{
    CENTRAL, CENTRAL_BYTES, END, END_64, END_64_BYTES, END_BYTES, FULL_16, FULL_32, LOCAL,
    LOCATOR_64, LOCATOR_64_BYTES,
};

/// One line of the central directory, as claimed.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) name: Vec<u8>,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) crc: u32,
    pub(crate) packed: u64,
    pub(crate) size: u64,
    pub(crate) offset: u64,
    /// Unix mode where the maker was a Unix, else 0.
    pub(crate) mode: u32,
}

/// The directory with the bytes it was read from.
#[derive(Debug)]
pub(crate) struct Directory {
    pub(crate) claims: Vec<Claim>,
    pub(crate) offset: u64,
    /// From the directory to the last byte of the file.
    pub(crate) tail: Vec<u8>,
}

/// Why no directory could be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoDirectory {
    #[error("it is neither a folder nor a ZIP")]
    NotAZip,
    #[error("the ZIP is cut off, or something was added before, after or inside it")]
    Damaged,
    #[error("the ZIP lists more files than a pack may have")]
    TooLarge,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The largest comment a ZIP can carry after its end record.
const MAX_COMMENT: u64 = 65_535;

/// Finds and reads the central directory.
///
/// # Errors
/// When there is none, or when it contradicts its own lengths.
pub(crate) fn read(
    source: &mut (impl Read + Seek),
    max_files: usize,
) -> Result<Directory, NoDirectory> {
    let length = source.seek(SeekFrom::End(0))?;
    let end_at = find_end(source, length)?;
    let (count, size, offset) = read_end(source, end_at)?;
    if count > max_files as u64 {
        return Err(NoDirectory::TooLarge);
    }
    let directory_end = offset
        .checked_add(size)
        .filter(|&end| end <= end_at)
        .ok_or(NoDirectory::Damaged)?;
    if size > count.saturating_mul(1024) || length - directory_end > MAX_COMMENT + 256 {
        return Err(NoDirectory::Damaged);
    }
    let tail = read_at(source, offset, length - offset)?;
    let claims = parse(
        &tail[..usize::try_from(size).map_err(|_| NoDirectory::Damaged)?],
        count,
    )?;
    Ok(Directory {
        claims,
        offset,
        tail,
    })
}

fn find_end(source: &mut (impl Read + Seek), length: u64) -> Result<u64, NoDirectory> {
    if length < END_BYTES as u64 {
        return Err(NoDirectory::NotAZip);
    }
    let from = length.saturating_sub(MAX_COMMENT + END_BYTES as u64);
    let tail = read_at(source, from, length - from)?;
    let found = tail
        .windows(4)
        .rposition(|window| window == END.to_le_bytes());
    match found {
        Some(at) if at + END_BYTES <= tail.len() => Ok(from + at as u64),
        _ if read_at(source, 0, 4)? == LOCAL.to_le_bytes() => Err(NoDirectory::Damaged),
        _ => Err(NoDirectory::NotAZip),
    }
}

/// Count, size and offset of the directory, from the 64-bit record where the short one says so.
fn read_end(source: &mut (impl Read + Seek), end_at: u64) -> Result<(u64, u64, u64), NoDirectory> {
    let end = read_at(source, end_at, END_BYTES as u64)?;
    let short = (u16_at(&end, 10), u32_at(&end, 12), u32_at(&end, 16));
    if short.0 != FULL_16 && short.1 != FULL_32 && short.2 != FULL_32 {
        return Ok((short.0.into(), short.1.into(), short.2.into()));
    }
    let before = end_at
        .checked_sub((END_64_BYTES + LOCATOR_64_BYTES) as u64)
        .ok_or(NoDirectory::Damaged)?;
    let long = read_at(source, before, (END_64_BYTES + LOCATOR_64_BYTES) as u64)?;
    if u32_at(&long, 0) != END_64 || u32_at(&long, END_64_BYTES) != LOCATOR_64 {
        return Err(NoDirectory::Damaged);
    }
    Ok((u64_at(&long, 32), u64_at(&long, 40), u64_at(&long, 48)))
}

fn parse(mut bytes: &[u8], count: u64) -> Result<Vec<Claim>, NoDirectory> {
    let mut claims = Vec::new();
    while !bytes.is_empty() {
        let (claim, rest) = parse_one(bytes).ok_or(NoDirectory::Damaged)?;
        claims.push(claim);
        bytes = rest;
    }
    if claims.len() as u64 == count {
        Ok(claims)
    } else {
        Err(NoDirectory::Damaged)
    }
}

fn parse_one(bytes: &[u8]) -> Option<(Claim, &[u8])> {
    if bytes.len() < CENTRAL_BYTES || u32_at(bytes, 0) != CENTRAL {
        return None;
    }
    let name_end = CENTRAL_BYTES + usize::from(u16_at(bytes, 28));
    let extra_end = name_end + usize::from(u16_at(bytes, 30));
    let end = extra_end + usize::from(u16_at(bytes, 32));
    let mut claim = Claim {
        name: bytes.get(CENTRAL_BYTES..name_end)?.to_vec(),
        flags: u16_at(bytes, 8),
        method: u16_at(bytes, 10),
        crc: u32_at(bytes, 16),
        packed: u32_at(bytes, 20).into(),
        size: u32_at(bytes, 24).into(),
        offset: u32_at(bytes, 42).into(),
        mode: if bytes[5] == 3 {
            u32_at(bytes, 38) >> 16
        } else {
            0
        },
    };
    widen(&mut claim, bytes.get(name_end..extra_end)?);
    Some((claim, bytes.get(end..)?))
}

/// Takes the 64-bit values from the extra field, in the fixed order APPNOTE 4.5.3 gives them.
fn widen(claim: &mut Claim, extra: &[u8]) {
    if extra.len() < 4 || u16_at(extra, 0) != 1 {
        return;
    }
    let mut values = extra[4..].chunks_exact(8);
    for field in [&mut claim.size, &mut claim.packed, &mut claim.offset] {
        if *field == u64::from(FULL_32)
            && let Some(value) = values.next()
        {
            *field = u64_at(value, 0);
        }
    }
}

/// Exactly `length` bytes from `offset`; the caller has bounded `length` by the size of the file.
pub(crate) fn read_at(
    source: &mut (impl Read + Seek),
    offset: u64,
    length: u64,
) -> io::Result<Vec<u8>> {
    source.seek(SeekFrom::Start(offset))?;
    let mut bytes = Vec::new();
    source.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}

//! Bytes to text.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::CannotImport;
use super::note::{LeftOut, Notes};

/// UTF-8, UTF-16 with its mark, or what an old editor on Windows wrote, which is noted as the guess it is.
pub(super) fn decode(bytes: &[u8], notes: &mut Notes) -> Result<String, CannotImport> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok(UTF_16LE.decode_without_bom_handling(rest).0.into_owned());
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok(UTF_16BE.decode_without_bom_handling(rest).0.into_owned());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(CannotImport::NotText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    if is_mostly_utf8(bytes) {
        return Err(CannotImport::Damaged);
    }
    if is_mostly_noise(bytes) {
        return Err(CannotImport::NotText);
    }
    notes.count(LeftOut::Encoding);
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    Ok(text.into_owned())
}

/// A text in Windows-1252 hardly ever forms a valid sequence of several bytes by accident.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid
}

/// A text is letters, spaces and marks; of other bytes it has few.
fn is_mostly_noise(bytes: &[u8]) -> bool {
    let is_plain = |b: &&u8| b.is_ascii_graphic() || b.is_ascii_whitespace();
    let plain = bytes.iter().filter(is_plain).count();
    plain * 10 < bytes.len() * 7
}

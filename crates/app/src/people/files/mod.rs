//! Files that people hand in: the bytes are in the file store by digest, whose they are is a row.

mod store;

pub(super) use store::{name, note};

/// A `Content-Disposition` that saves under a name, whatever is in it (RFC 6266, RFC 8187).
pub(super) fn attachment(name: &str) -> String {
    let escaped: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect();
    format!("attachment; filename*=UTF-8''{escaped}")
}

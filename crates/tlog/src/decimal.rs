//! Numbers as C2SP formats write them: ASCII decimal, no sign, no leading zeroes.

/// Reads a number that is spelled in its only way.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let padded = text.len() > 1 && text.starts_with('0');
    if !digits || padded {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(parse("0"), Some(0));
        assert_eq!(parse("18446744073709551615"), Some(u64::MAX));
        for refused in [
            "",
            "00",
            "01",
            "+1",
            "-1",
            " 1",
            "1 ",
            "0x1",
            "٣",
            "18446744073709551616",
        ] {
            assert_eq!(parse(refused), None, "{refused:?}");
        }
    }
}

//! What looks like an e-mail address.

/// The address in lower case, or `None` when it does not look like one.
/// Only a mail server knows whether an address works; this refuses what no mail server would take (RFC 5321 §4.1.2, §4.5.3.1).
pub(super) fn address(cell: &str) -> Option<String> {
    let (local, domain) = cell.split_once('@')?;
    let local_fits = !local.is_empty() && local.len() <= 64 && local.chars().all(is_local);
    let dots_fit = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    let domain_fits =
        domain.len() <= 253 && domain.contains('.') && domain.split('.').all(is_label);
    (local_fits && dots_fit && domain_fits).then(|| cell.to_lowercase())
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c)
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| c.is_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_lower_case() {
        assert_eq!(
            address("Ada.O'Neil+x@Example.COM"),
            Some("ada.o'neil+x@example.com".into())
        );
        assert_eq!(address("jürgen@müller.de"), Some("jürgen@müller.de".into()));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for cell in [
            "",
            "ada",
            "@b.de",
            "ada@",
            "ada@localhost",
            "a b@c.de",
            "a@b@c.de",
            ".a@b.de",
            "a@-b.de",
            "a@b..de",
        ] {
            assert_eq!(address(cell), None, "{cell}");
        }
        assert_eq!(address("Ada <ada@b.de>"), None);
    }
}

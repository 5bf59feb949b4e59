//! Words that mean nothing but themselves.

/// The words so that Markdown reads them as words.
///
/// A blank in square brackets stays as people write it, `[Company]`: it is what keeps a text from being
/// sent, and nothing defines it as a link.
pub(in super::super) fn words(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let blanks = blanks(&letters);
    let mut written = String::with_capacity(text.len() + 8);
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1).copied();
        let escaped = match letter {
            '\\' | '*' | '`' | '~' | '|' => true,
            '_' => !(is_word(before) && is_word(after)),
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '!' => after == Some('['),
            '&' => after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
            '[' | ']' => !blanks[at],
            _ => false,
        };
        if escaped {
            written.push('\\');
        }
        written.push(*letter);
    }
    written
}

/// Every mark escaped: nothing is left that could be markup.
pub(super) fn everything(text: &str) -> String {
    let mut written = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

/// A line that begins like a heading, a list, a quotation or a rule, and is none.
pub(super) fn beginning(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = &line[digits..];
    if (1..=9).contains(&digits) && rest.starts_with(['.', ')']) {
        return match rest[1..].chars().next() {
            None | Some(' ') => format!("{}\\{rest}", &line[..digits]),
            Some(_) => line.to_owned(),
        };
    }
    if line.starts_with(['#', '>', '-', '+', '=', ':']) {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// In a heading, only its own marks mean something, and only at the ends.
pub(super) fn rules_of_a_heading(line: &str) -> String {
    let line = match line.strip_prefix('#') {
        Some(rest) => format!("\\#{rest}"),
        None => line.to_owned(),
    };
    match line.strip_suffix('#') {
        Some(rest) if !rest.ends_with('\\') => format!("{rest}\\#"),
        _ => line,
    }
}

fn is_word(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_alphanumeric)
}

/// Which brackets enclose a blank.
fn blanks(letters: &[char]) -> Vec<bool> {
    let mut blanks = vec![false; letters.len()];
    let mut open = None;
    for (at, letter) in letters.iter().enumerate() {
        match (letter, open) {
            ('[', _) => open = Some(at),
            (']', Some(from)) => {
                let inner = &letters[from + 1..at];
                let after = letters.get(at + 1);
                let leads = matches!(after, Some('(' | '[' | ':'));
                let is_mark = matches!(inner, [] | [_]) || inner[0] == '^';
                if !leads && !is_mark {
                    (blanks[from], blanks[at]) = (true, true);
                }
                open = None;
            }
            _ => {}
        }
    }
    blanks
}

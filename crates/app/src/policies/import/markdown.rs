//! Markdown that somebody else wrote: kept as it is, but for what a text has no use for.
//!
//! Raw HTML and pictures are taken out where they stand; everything else stays the bytes the author
//! wrote. Where the library's positions do not lead to a text without either, it writes the text anew.

use comrak::nodes::{NodeValue, Sourcepos};
use comrak::{Arena, Node, Options};

use super::note::{LeftOut, Notes};
use super::{CannotImport, Read, clean, decode, front, write};

/// Quotations and lists in one another, more than any text needs.
const DEEPEST: usize = 100;

pub(super) fn read(bytes: &[u8]) -> Result<Read, CannotImport> {
    let mut notes = Notes::default();
    let text = decode::decode(bytes, &mut notes)?;
    if text.len() > 4 * crate::documents::LARGEST {
        return Err(CannotImport::TooLong);
    }
    let text = clean::text(&text, &mut notes);
    let (front, text) = front::split(&text, &mut notes)?;
    let text = harmless(text, &mut notes)?;
    Ok(Read {
        title: None,
        text,
        front,
        notes,
    })
}

/// The text without HTML and pictures.
fn harmless(text: &str, notes: &mut Notes) -> Result<String, CannotImport> {
    let mut text = text.to_owned();
    for round in 0..3 {
        let mut found = Notes::default();
        let Some(next) = replaced(&text, &mut found)? else {
            return Ok(text);
        };
        if round == 0 {
            *notes = std::mem::take(notes).with(found);
        }
        text = next;
    }
    written_anew(&text)
}

/// What stands in place of what, by bytes.
struct Change {
    from: usize,
    to: usize,
    instead: String,
}

/// The text with everything replaced, or nothing where there is nothing to replace.
fn replaced(text: &str, notes: &mut Notes) -> Result<Option<String>, CannotImport> {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &options());
    refuse_depth(root)?;
    let lines = line_starts(text);
    let mut changes: Vec<Change> = Vec::new();
    for node in root.descendants() {
        let Some(instead) = instead(node, notes) else {
            continue;
        };
        let (from, to) = range(node.data().sourcepos, &lines, text);
        changes.push(Change { from, to, instead });
    }
    if changes.is_empty() {
        return Ok(None);
    }
    changes.sort_by_key(|change| change.from);
    Ok(Some(apply(text, &changes)))
}

fn apply(text: &str, changes: &[Change]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    // A picture within a picture's words is gone with it.
    for change in changes.iter().filter(|change| change.from <= change.to) {
        if change.from >= at {
            written.push_str(&text[at..change.from]);
            written.push_str(&change.instead);
            at = change.to;
        }
    }
    written.push_str(&text[at..]);
    written
}

/// What stands for a node from now on; nothing for a node that stays.
fn instead(node: Node<'_>, notes: &mut Notes) -> Option<String> {
    match &node.data().value {
        NodeValue::Image(_) => {
            let words = alternative(node);
            notes.name(LeftOut::Pictures, &words);
            Some(write::words(&words))
        }
        NodeValue::HtmlInline(html) => {
            notes.count(LeftOut::Html);
            let is_break = html.to_ascii_lowercase().starts_with("<br");
            Some(if is_break {
                " ".to_owned()
            } else {
                String::new()
            })
        }
        NodeValue::HtmlBlock(block) => {
            notes.count(LeftOut::Html);
            Some(write::words(&words_of(&block.literal)))
        }
        _ => None,
    }
}

fn alternative(node: Node<'_>) -> String {
    let words = node
        .descendants()
        .filter_map(|inner| match &inner.data().value {
            NodeValue::Text(text) => Some(text.to_string()),
            NodeValue::Code(code) => Some(code.literal.clone()),
            NodeValue::SoftBreak | NodeValue::LineBreak => Some(" ".to_owned()),
            _ => None,
        });
    clean::line(&words.collect::<String>(), 500)
}

/// The words between the tags; scripts and styles have none.
fn words_of(html: &str) -> String {
    let spaced = html.replace('<', " <");
    let text = ammonia::Builder::empty()
        .clean_content_tags(["script", "style"].into())
        .clean(&spaced)
        .to_string();
    let text = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (entity, letter)| text.replace(entity, letter));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn refuse_depth(root: Node<'_>) -> Result<(), CannotImport> {
    let mut level = vec![root];
    for _ in 0..DEEPEST {
        level = level.iter().flat_map(|node| node.children()).collect();
        if level.is_empty() {
            return Ok(());
        }
    }
    Err(CannotImport::TooDeep)
}

fn line_starts(text: &str) -> Vec<usize> {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(ends).collect()
}

/// The bytes of a node: lines and columns are counted from one, the last column belongs to it.
fn range(place: Sourcepos, lines: &[usize], text: &str) -> (usize, usize) {
    let at = |line: usize, column: usize| {
        let start = lines
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(text.len());
        let mut at = (start + column).min(text.len());
        while !text.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    let from = at(place.start.line, place.start.column.saturating_sub(1));
    (from, at(place.end.line, place.end.column))
}

/// The library's own writing of the text, without the nodes.
fn written_anew(text: &str) -> Result<String, CannotImport> {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &options());
    for node in root.descendants().collect::<Vec<_>>() {
        if let Some(words) = instead(node, &mut Notes::default()) {
            for child in node.children().collect::<Vec<_>>() {
                child.detach();
            }
            let is_block = matches!(node.data().value, NodeValue::HtmlBlock(_));
            let words = NodeValue::Text(words.into());
            if is_block {
                node.data_mut().value = NodeValue::Paragraph;
                node.append(arena.alloc(words.into()));
            } else {
                node.data_mut().value = words;
            }
        }
    }
    let mut written = String::new();
    comrak::format_commonmark(root, &options(), &mut written).map_err(|_| CannotImport::Damaged)?;
    Ok(written.replace("<!-- end list -->\n", ""))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    options
}

//! What changed from one text to another: paragraphs side by side, words within them.
//!
//! Blocks (paragraphs, headings, tables) are aligned first, then the words of the blocks
//! that took each other's place. The comparison is of the Markdown as written, because that
//! is what is signed.

mod pairs;

use kit::words::Speech;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Longer blocks are shown as taken out and put in, whole: nobody reads such a comparison.
const MOST_WORDS: usize = 4_000;

/// A comparison.
#[derive(Clone, Debug, Default)]
pub struct Diff {
    pub blocks: Vec<Block>,
}

/// A paragraph, heading or table of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Same(String),
    /// With the heading under which it stands.
    Changed {
        under: String,
        words: Vec<Words>,
    },
}

/// Some words of a changed block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    Kept(String),
    Removed(String),
    Added(String),
}

impl Diff {
    pub fn is_empty(&self) -> bool {
        self.changes() == 0
    }

    /// How many blocks changed.
    pub fn changes(&self) -> usize {
        self.blocks
            .iter()
            .filter(|block| matches!(block, Block::Changed { .. }))
            .count()
    }
}

/// Compares two texts.
pub fn between(old: &str, new: &str) -> Diff {
    let (old, new) = (blocks(old), blocks(new));
    let mut diff = Diff::default();
    let mut under = String::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (before, after) = (&old[op.old_range()], &new[op.new_range()]);
        if let DiffOp::Equal { .. } = op {
            for block in after {
                remember_heading(block, &mut under);
                diff.blocks.push(Block::Same((*block).to_owned()));
            }
        } else {
            replace(&mut diff, before, after, &mut under);
        }
    }
    diff
}

/// What went beside what came in its place; what has no counterpart stands alone.
fn replace(diff: &mut Diff, before: &[&str], after: &[&str], under: &mut String) {
    for (old, new) in pairs::pairs(before, after) {
        let (old, new) = (old.map(|at| before[at]), new.map(|at| after[at]));
        remember_heading(new.or(old).unwrap_or_default(), under);
        let words = merged(old.unwrap_or_default(), new.unwrap_or_default());
        diff.blocks.push(Block::Changed {
            under: under.clone(),
            words,
        });
    }
}

fn remember_heading(block: &str, under: &mut String) {
    if block.starts_with('#') {
        *under = block.trim_start_matches('#').trim().to_owned();
    }
}

/// Blocks are what blank lines separate.
fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut begin = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        match (line.trim().is_empty(), begin) {
            (false, None) => begin = Some(at),
            (true, Some(from)) => {
                blocks.push(text[from..at].trim_end());
                begin = None;
            }
            _ => {}
        }
        at += line.len();
    }
    if let Some(from) = begin {
        blocks.push(text[from..].trim_end());
    }
    blocks
}

fn merged(old: &str, new: &str) -> Vec<Words> {
    let (old, new) = (words(old), words(new));
    let mut merged = Vec::new();
    if old.len() > MOST_WORDS || new.len() > MOST_WORDS {
        push(&mut merged, &old, Words::Removed);
        push(&mut merged, &new, Words::Added);
        return merged;
    }
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (before, after) = (&old[op.old_range()], &new[op.new_range()]);
        let is_same = matches!(op, DiffOp::Equal { .. });
        // A space between two changed words belongs to the change: a sentence, not its words.
        let is_between = after.iter().all(|word| word.trim().is_empty())
            && !(removed.is_empty() || added.is_empty());
        if is_same && !is_between {
            push(&mut merged, &std::mem::take(&mut removed), Words::Removed);
            push(&mut merged, &std::mem::take(&mut added), Words::Added);
            push(&mut merged, after, Words::Kept);
        } else {
            removed.extend_from_slice(before);
            added.extend_from_slice(after);
        }
    }
    push(&mut merged, &removed, Words::Removed);
    push(&mut merged, &added, Words::Added);
    merged
}

fn push(merged: &mut Vec<Words>, words: &[&str], kind: fn(String) -> Words) {
    if !words.is_empty() {
        merged.push(kind(words.concat()));
    }
}

/// Words and the spaces between them, each a piece of its own.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut begin = 0;
    let mut last: Option<bool> = None;
    for (at, letter) in text.char_indices() {
        let space = letter.is_whitespace();
        if last.is_some_and(|last| last != space) {
            words.push(&text[begin..at]);
            begin = at;
        }
        last = Some(space);
    }
    if begin < text.len() {
        words.push(&text[begin..]);
    }
    words
}

/// How much of the comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Everything,
    /// Only what changed, for somebody who has the whole text below.
    Changes,
}

/// The merged form of the comparison: the same marked text for both columns; the style sheet
/// shows two columns where there is room for them.
pub fn to_html(diff: &Diff, show: Show, speech: &Speech) -> String {
    let mut html = String::new();
    for block in &diff.blocks {
        match block {
            Block::Same(text) if show == Show::Everything => {
                html.push_str("<div class=\"diff-same\">");
                html.push_str(&super::text::to_html(text));
                html.push_str("</div>");
            }
            Block::Same(_) => {}
            Block::Changed { under, words } => push_changed(&mut html, under, words, speech),
        }
    }
    html
}

fn push_changed(html: &mut String, under: &str, words: &[Words], speech: &Speech) {
    let marked: String = words.iter().map(|words| mark(words, speech)).collect();
    let label = if under.is_empty() {
        speech.t("diff-changed")
    } else {
        speech
            .say("diff-changed-under")
            .with("heading", under)
            .to_string()
    };
    let label = escape(&label);
    html.push_str(&format!(
        "<div class=\"diff-change\"><p class=\"diff-label\">{label}</p>\
         <div class=\"diff-before\"><p>{marked}</p></div>\
         <div class=\"diff-after\"><p>{marked}</p></div></div>"
    ));
}

fn mark(words: &Words, speech: &Speech) -> String {
    let hidden = |id: &str| {
        format!(
            "<span class=\"visually-hidden\">{} </span>",
            escape(&speech.t(id))
        )
    };
    match words {
        Words::Kept(text) => escape(text),
        Words::Removed(text) => format!("<del>{}{}</del>", hidden("diff-removed"), escape(text)),
        Words::Added(text) => format!("<ins>{}{}</ins>", hidden("diff-added"), escape(text)),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::words::{Language, Words as AllWords};

    fn kept(words: &str) -> Words {
        Words::Kept(words.to_owned())
    }

    #[test]
    fn the_words_that_changed_are_marked_in_their_paragraph() {
        let diff = between(
            "# Promise\n\nWe review this every two years.\n",
            "# Promise\n\nWe review this every year.\n",
        );
        assert_eq!(diff.changes(), 1);
        let Block::Changed { under, words } = &diff.blocks[1] else {
            panic!("{diff:?}")
        };
        assert_eq!(under, "Promise");
        assert_eq!(words[0], kept("We review this every "));
        assert_eq!(words[1], Words::Removed("two years.".to_owned()));
        assert_eq!(words[2], Words::Added("year.".to_owned()));
    }

    #[test]
    fn a_sentence_that_was_written_anew_is_one_change() {
        let diff = between("We lock the doors.", "They guard our secrets.");
        let Block::Changed { words, .. } = &diff.blocks[0] else {
            panic!("{diff:?}")
        };
        assert_eq!(words[0], Words::Removed("We lock the doors.".to_owned()));
        assert_eq!(words[1], Words::Added("They guard our secrets.".to_owned()));
        assert_eq!(words.len(), 2);
    }

    #[test]
    fn a_new_paragraph_leaves_the_others_alone() {
        let diff = between("one\n\nthree\n", "one\n\ntwo\n\nthree\n");
        assert_eq!(diff.changes(), 1);
        assert_eq!(diff.blocks[0], Block::Same("one".to_owned()));
        assert_eq!(diff.blocks[2], Block::Same("three".to_owned()));
    }

    #[test]
    fn an_edited_paragraph_is_compared_with_what_it_was_though_another_came_before_it() {
        let diff = between(
            "We lock all the doors.\n\nWe keep all the keys.\n",
            "A new thought.\n\nWe lock all our doors.\n\nWe keep all our keys.\n",
        );
        assert_eq!(diff.changes(), 3);
        let Block::Changed { words, .. } = &diff.blocks[1] else {
            panic!("{diff:?}")
        };
        assert_eq!(words[0], kept("We lock all "));
    }

    #[test]
    fn the_same_text_has_no_changes() {
        assert!(between("a\n\nb", "a\n\nb\n").is_empty());
        assert!(between("", "").is_empty());
    }

    #[test]
    fn both_texts_can_be_read_back_from_the_comparison() {
        let (old, new) = ("a b c\n\nd e\n\nlast", "a x c\n\nnew\n\nd f\n\nlast");
        let diff = between(old, new);
        let without = |skip: fn(&Words) -> bool| -> Vec<String> {
            let text = |block: &Block| match block {
                Block::Same(text) => text.clone(),
                Block::Changed { words, .. } => words
                    .iter()
                    .filter(|words| !skip(words))
                    .map(|(Words::Kept(t) | Words::Removed(t) | Words::Added(t))| t.as_str())
                    .collect(),
            };
            diff.blocks
                .iter()
                .map(text)
                .filter(|text| !text.is_empty())
                .collect()
        };
        assert_eq!(
            without(|words| matches!(words, Words::Added(_))),
            blocks(old)
        );
        assert_eq!(
            without(|words| matches!(words, Words::Removed(_))),
            blocks(new)
        );
    }

    #[test]
    fn what_is_compared_cannot_become_markup() {
        let words = AllWords::new(&[crate::documents::WORDS]).unwrap();
        let speech = words.speak(Language::English);
        let diff = between(
            "# <b>x</b>\n\na\n",
            "# <b>x</b>\n\n<script>alert(1)</script>\n",
        );
        let html = to_html(&diff, Show::Everything, &speech);
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    }

    #[test]
    fn texts_of_nothing_but_short_lines_are_compared_in_time() {
        let short = |letters: [char; 3]| -> String {
            let lines = (0..80_000).map(|at| letters[(at * at / 7) % 3]);
            lines.flat_map(|letter| [letter, '\n', '\n']).collect()
        };
        assert!(between(&short(['a', 'b', 'c']), &short(['b', 'd', 'a'])).changes() > 0);
    }

    #[test]
    fn a_paragraph_of_a_whole_book_is_compared_in_time() {
        let old = "word ".repeat(40_000);
        let new = "other ".repeat(40_000);
        assert_eq!(between(&old, &new).changes(), 1);
    }
}

//! Reading again what was written.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options};

/// Does the Markdown say exactly these words, in one block and without HTML or pictures?
pub(super) fn reads_back(markdown: &str, meant: &str) -> bool {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, markdown, &options());
    let mut said = String::new();
    let mut blocks = 0;
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Document
            | NodeValue::Strong
            | NodeValue::Emph
            | NodeValue::Strikethrough
            | NodeValue::Link(_) => {}
            NodeValue::Paragraph | NodeValue::Heading(_) => blocks += 1,
            NodeValue::Text(text) => said.push_str(text),
            NodeValue::LineBreak => said.push(' '),
            _ => return false,
        }
    }
    blocks <= 1 && is_same(&said, meant)
}

fn is_same(said: &str, meant: &str) -> bool {
    said.split_whitespace().eq(meant.split_whitespace())
}

/// What the page and the typesetter read with.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options
}

//! Governed texts as people read them: Markdown in, harmless HTML out.
//!
//! What is signed are the Markdown bytes. The HTML is made from them each time, with raw
//! HTML, pictures and unknown addresses left out, so that a text cannot act on its reader.

use std::collections::HashSet;
use std::sync::LazyLock;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options};

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub level: u8,
    pub text: String,
}

/// The text as HTML (GitHub's Markdown with tables, footnotes, autolinks, strike-through).
pub fn to_html(markdown: &str) -> String {
    let html = comrak::markdown_to_html(markdown, &options());
    HARMLESS.clean(&html).to_string()
}

/// The headings, in order.
pub fn headings(markdown: &str) -> Vec<Heading> {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, markdown, &options());
    root.descendants()
        .filter_map(|node| match &node.data().value {
            NodeValue::Heading(heading) => Some(Heading {
                level: heading.level,
                text: words_in(node),
            }),
            _ => None,
        })
        .collect()
}

/// How many minutes an unhurried reader needs, at 200 words each; at least one.
pub fn minutes(markdown: &str) -> usize {
    markdown.split_whitespace().count().div_ceil(200).max(1)
}

/// The bytes that are kept of what a form sent: line ends as one character, one at the end.
pub fn normalise(typed: &str) -> String {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    format!("{}\n", text.trim_end())
}

/// The words of a part of a text, without its marks.
pub(super) fn words_in<'a>(node: &'a AstNode<'a>) -> String {
    node.descendants()
        .filter_map(|node| words(&node.data().value))
        .collect()
}

fn words(value: &NodeValue) -> Option<String> {
    match value {
        NodeValue::Text(text) => Some(text.to_string()),
        NodeValue::Code(code) => Some(code.literal.clone()),
        NodeValue::SoftBreak | NodeValue::LineBreak => Some(" ".to_owned()),
        _ => None,
    }
}

pub(super) fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    options
}

/// Raw HTML never gets this far; this holds if the Markdown library is wrong one day.
static HARMLESS: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut harmless = ammonia::Builder::default();
    harmless
        .rm_tags(["img", "map", "area"])
        .add_tags(["section"])
        .add_generic_attributes(["id"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("a", "href") => leads_outside_or_within(value).then(|| value.into()),
            // Only footnotes have one; nothing else on the page may be hidden behind it.
            (_, "id") => value.starts_with("fn").then(|| value.into()),
            _ => Some(value.into()),
        });
    harmless
});

/// A link to one of our own addresses would speak with the reader's session.
fn leads_outside_or_within(href: &str) -> bool {
    ["https://", "http://", "mailto:", "#fn"]
        .iter()
        .any(|start| href.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tables_and_footnotes_become_html() {
        let html = to_html("# We\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSee[^1].\n\n[^1]: There.\n");
        assert!(
            html.contains("<h1>We</h1>") && html.contains("<td>1</td>"),
            "{html}"
        );
        assert!(
            html.contains("href=\"#fn-1\"") && html.contains("id=\"fn-1\""),
            "{html}"
        );
    }

    #[test]
    fn a_hostile_text_is_inert() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "![x](https://evil.example/pixel.png)",
            "[x](javascript:alert(1))",
            "[x](JAVASCRIPT:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "<a href=\"javascript:alert(1)\">x</a>",
            "[sign](/signatures/req_1)",
            "<form action=/people><button>x</button></form>",
            "<style>*{display:none}</style>",
            "<div style=\"position:fixed\" onclick=\"x()\" id=\"main\">x</div>",
            "<svg/onload=alert(1)>",
            "| <iframe src=x> |\n|---|\n| <math> |",
        ] {
            let html = to_html(hostile).to_lowercase();
            for poison in [
                "<script",
                "<img",
                "<iframe",
                "<form",
                "<style",
                "<svg",
                "onclick",
                "onerror",
                "javascript:",
                "data:",
                "href=\"/",
                "style=",
                "id=\"main\"",
            ] {
                assert!(!html.contains(poison), "{hostile} gave {html}");
            }
        }
    }

    #[test]
    fn a_text_of_nothing_but_nesting_is_read() {
        assert!(to_html(&"> ".repeat(2_000)).len() < 1_000_000);
        assert!(!to_html(&"[".repeat(50_000)).is_empty());
    }

    #[test]
    fn headings_are_listed_with_their_words() {
        let found = headings("# Our *promise*\n\ntext\n\n## What `we` do\n");
        assert_eq!(
            found[0],
            Heading {
                level: 1,
                text: "Our promise".to_owned()
            }
        );
        assert_eq!(
            found[1],
            Heading {
                level: 2,
                text: "What we do".to_owned()
            }
        );
    }

    #[test]
    fn the_line_ends_of_a_form_do_not_change_the_digest() {
        assert_eq!(normalise("a\r\nb\r\n\r\n"), normalise("a\nb"));
    }
}

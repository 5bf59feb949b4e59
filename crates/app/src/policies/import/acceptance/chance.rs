//! Texts that nobody wrote: whatever stands in a paragraph, its words arrive.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options};
use proptest::prelude::*;

use super::hand_made::{docx_with, item, paragraph, part};
use super::*;

/// Letters and everything that means something to Markdown somewhere.
const NASTY: &str = "[ab1 .#>*_`~+=|<&:!@$\\-\\[\\]()\\\\/\"'{}^ä]{1,24}";

#[derive(Clone, Debug)]
enum Piece {
    Paragraph(String),
    Bold(String),
    Heading(String),
    Item(u32, u32, String),
    Row(String, String),
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        NASTY.prop_map(Piece::Paragraph),
        NASTY.prop_map(Piece::Bold),
        NASTY.prop_map(Piece::Heading),
        (1..3_u32, 0..4_u32, NASTY).prop_map(|(list, level, text)| Piece::Item(list, level, text)),
        (NASTY, NASTY).prop_map(|(one, other)| Piece::Row(one, other)),
    ]
}

impl Piece {
    fn xml(&self) -> String {
        let safe = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
        match self {
            Self::Paragraph(text) => paragraph(&safe(text)),
            Self::Bold(text) => paragraph(&safe(text))
                .replace("<w:r>", "<w:r><w:t>x</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"),
            Self::Heading(text) => paragraph(&safe(text))
                .replace("<w:p>", r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>"#),
            Self::Item(list, level, text) => item(*list, *level, &safe(text)),
            Self::Row(one, other) => format!(
                "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
                paragraph(&safe(one)),
                paragraph(&safe(other))
            ),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Paragraph(text) | Self::Heading(text) | Self::Item(_, _, text) => text.clone(),
            Self::Bold(text) => format!("x{text}"),
            Self::Row(one, other) => format!("{one} {other}"),
        }
    }
}

fn lists() -> String {
    let levels = |format: &str| -> String {
        let level = |at: u32| {
            let pattern = at + 1;
            format!(
                r#"<w:lvl w:ilvl="{at}"><w:numFmt w:val="{format}"/><w:lvlText w:val="%{pattern}."/></w:lvl>"#
            )
        };
        (0..4).map(level).collect()
    };
    let list = |id: u32, format: &str| {
        format!(
            r#"<w:abstractNum w:abstractNumId="{id}">{}</w:abstractNum>"#,
            levels(format)
        )
    };
    let number =
        |id: u32| format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>"#);
    part(
        "numbering",
        &(list(1, "bullet") + &list(2, "decimal") + &number(1) + &number(2)),
    )
}

/// The words of a Markdown text as a reader sees them, block after block.
fn seen(markdown: &str) -> String {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    let arena = Arena::new();
    let mut seen = String::new();
    for node in comrak::parse_document(&arena, markdown, &options).descendants() {
        match &node.data().value {
            NodeValue::Text(text) => seen.push_str(text),
            NodeValue::Strong | NodeValue::Link(_) | NodeValue::Emph => {}
            other if other.block() => seen.push(' '),
            other => panic!("{other:?} in {markdown}"),
        }
    }
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_stands_in_a_text_its_words_arrive(pieces in prop::collection::vec(piece(), 1..8)) {
        let body: String = pieces.iter().map(Piece::xml).collect();
        let meant: Vec<String> = pieces.iter().map(Piece::words).collect();
        let meant = meant.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        match import("x.docx", &docx_with(&body, &[("numbering", lists())])) {
            Ok(imported) => prop_assert_eq!(seen(&imported.text), meant, "{}", imported.text),
            Err(refusal) => prop_assert_eq!((refusal, meant), (CannotImport::NoText, String::new())),
        }
    }

    #[test]
    fn whatever_markdown_arrives_it_leaves_without_pictures_and_html(text in "([ab<>!\\[\\]()\\\\*`&;/\"'\n |-]|<b>|<br>|!\\[|\\]\\(x\\)|<!--|-->|<div>|\n\n|> |- ){1,40}") {
        if let Ok(imported) = import("x.md", text.as_bytes()) {
            let arena = Arena::new();
            for node in comrak::parse_document(&arena, &imported.text, &Options::default()).descendants() {
                let poison = matches!(
                    node.data().value,
                    NodeValue::Image(_) | NodeValue::HtmlInline(_) | NodeValue::HtmlBlock(_)
                );
                prop_assert!(!poison, "{:?} became {:?}", text, imported.text);
            }
        }
    }
}

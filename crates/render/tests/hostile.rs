//! Text that wants to be more than text.

mod support;

use render::{Attachment, CannotTypeset, Labels, Relation, Typeset, typeset};
use support::{Pdf, plain, statement};

#[test]
fn typst_code_is_printed_not_run() {
    let code =
        r##"#read("/etc/passwd") #panic() $x^2$ @ref = <label> #{ let a = 1 } \u{41} "#" // end"##;
    let mut input = plain(&code.replace('<', r"\<").replace(r"\u", r"\\u"));
    input.title = code.into();
    input.organisation = code.into();
    input.labels = Labels {
        signatures: code.into(),
        ..Labels::english()
    };

    let text = Pdf::of(&input).text();

    assert!(
        text.matches(r##"#read("/etc/passwd") #panic() $x^2$"##)
            .count()
            >= 2,
        "{text}"
    );
    assert!(
        text.contains(r##"#{ let a = 1 } \u{41} "#" // end"##),
        "{text}"
    );
}

#[test]
fn html_is_shown_because_it_is_part_of_what_was_signed() {
    let text = Pdf::of(&plain(
        "<!-- except on Sundays -->\n\nAlways<sup>not</sup>.",
    ))
    .text();

    assert!(text.contains("<!-- except on Sundays -->"), "{text}");
    assert!(text.contains("Always<sup>not</sup>."), "{text}");
}

#[test]
fn characters_that_reorder_a_line_are_shown_as_their_code_points() {
    let text = Pdf::of(&plain("We pay \u{202E}001\u{202C} euros.")).text();

    assert!(text.contains("We pay [U+202E]001[U+202C] euros."), "{text}");
    assert!(
        text.contains("2 characters that cannot be printed"),
        "{text}"
    );
}

#[test]
fn characters_without_a_glyph_are_shown_as_their_code_points() {
    let text = Pdf::of(&plain(
        "Done \u{2705}\u{FE0F}, private \u{E000}, bell \u{7}, mark \u{FEFF}, nothing \u{0}.",
    ))
    .text();

    assert!(
        text.contains("Done [U+2705], private [U+E000], bell [U+0007], mark [U+FEFF]"),
        "{text}"
    );
}

#[test]
fn a_text_the_fonts_cannot_print_is_refused() {
    let outcome = typeset(&plain(&"情報".repeat(200)));

    let expected = CannotTypeset::Unprintable {
        count: 400,
        sample: "U+60C5".into(),
    };
    assert_eq!(outcome, Err(expected));
}

#[test]
fn a_word_of_ten_thousand_letters_stays_on_the_page() {
    let word = "wordwithoutend".repeat(720);
    let markdown =
        format!("{word}\n\n`{word}`\n\n    {word}\n\n<https://example.org/{word}>\n\n# {word}");

    let edges = Pdf::of(&plain(&markdown)).right_edges();

    assert!(
        edges.iter().all(|edge| *edge < 540.0),
        "{:?}",
        edges.iter().copied().fold(0.0, f64::max)
    );
}

#[test]
fn what_is_nested_too_deep_is_refused_with_the_limit() {
    let too_deep = Err(CannotTypeset::TooDeep { limit: 24 });

    assert_eq!(
        typeset(&plain(&format!("{} deep", "> ".repeat(30)))),
        too_deep
    );
    assert_eq!(
        typeset(&plain(&format!("{} deep", "- ".repeat(50_000)))),
        too_deep
    );
    assert_eq!(
        typeset(&plain(&format!(
            "{}deep{}",
            "*a **b ".repeat(500),
            "**c*c".repeat(500)
        ))),
        too_deep
    );
}

#[test]
fn what_is_nested_just_deep_enough_is_typeset() {
    for opening in ["> ".repeat(22), "- ".repeat(11), "1. > ".repeat(7)] {
        typeset(&plain(&format!("{opening}deep")))
            .unwrap_or_else(|refusal| panic!("{opening}: {refusal}"));
    }
}

#[test]
fn headings_in_any_order_are_typeset() {
    let markdown = "##### Five\n\n# \n\n# &#8203;\n\n## Two\n\n> ###### Six\n\n- # One\n\n# `code` ![](x)\n\n# [^a]\n\n[^a]: # b";

    let structure = Pdf::of(&plain(markdown)).structure();

    assert!(
        structure.contains("Five") && structure.contains("Six"),
        "{structure}"
    );
}

#[test]
fn footnotes_that_point_at_themselves_end() {
    let text = Pdf::of(&plain(
        "One[^a], again[^a], other[^b], none[^c].\n\n[^a]: See[^b].\n[^b]: See[^a].\n",
    ))
    .text();

    assert!(text.contains("none[^c]"), "{text}");
}

#[test]
fn only_addresses_of_the_web_and_of_mail_become_links() {
    let pdf = Pdf::of(&plain(
        "[a](javascript:x) [b](file:///etc/passwd) [c](/people) ![d](https://e.org/f.png)",
    ));

    assert!(!pdf.urls().contains(':'), "{}", pdf.urls());
    assert!(pdf.text().contains(
        "a (javascript:x) b (file:///etc/passwd) c (/people) Image: d (https://e.org/f.png)"
    ));
}

#[test]
fn tables_with_too_many_columns_are_refused() {
    let row = "|x".repeat(17);
    let outcome = typeset(&plain(&format!("{row}|\n{}|\n{row}|", "|-".repeat(17))));

    let what = "number of columns of a table".into();
    assert_eq!(
        outcome,
        Err(CannotTypeset::TooLarge {
            what,
            size: 17,
            limit: 16
        })
    );
}

#[test]
fn a_text_that_is_too_large_is_refused_before_it_is_read() {
    let outcome = typeset(&plain(&"a ".repeat(300_000)));

    assert_eq!(
        outcome.unwrap_err().to_string(),
        "The text is too large to typeset: 600000, where 524288 is the most."
    );
}

#[test]
fn a_document_needs_a_title_and_a_language() {
    let untitled = Typeset {
        title: " ".into(),
        ..statement()
    };
    let nowhere = Typeset {
        language: "#panic()".into(),
        ..statement()
    };

    assert_eq!(typeset(&untitled), Err(CannotTypeset::Untitled));
    assert_eq!(
        typeset(&nowhere),
        Err(CannotTypeset::Language("#panic()".into()))
    );
}

#[test]
fn attached_files_have_plain_names_once_and_media_types() {
    for name in ["../record.json", "", ".hidden", "a/b", "a\"b", "ä.md"] {
        assert_eq!(
            typeset(&attaching(&[(name, "text/plain")])),
            Err(CannotTypeset::AttachmentName(name.into()))
        );
    }
    let twice = typeset(&attaching(&[
        ("a.md", "text/plain"),
        ("a.md", "text/plain"),
    ]));
    assert_eq!(twice, Err(CannotTypeset::AttachmentTwice("a.md".into())));
    let media = typeset(&attaching(&[("a.md", "text")]));
    assert_eq!(media, Err(CannotTypeset::AttachmentMedia("text".into())));
}

fn attaching(files: &[(&str, &str)]) -> Typeset {
    let attachment = |(name, media): &(&str, &str)| Attachment {
        name: (*name).into(),
        media: (*media).into(),
        about: String::new(),
        relation: Relation::Supplement,
        bytes: vec![0, 159, 146, 150],
    };
    Typeset {
        attachments: files.iter().map(attachment).collect(),
        ..statement()
    }
}

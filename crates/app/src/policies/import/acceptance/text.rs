//! Markdown that somebody else wrote.

use super::*;

fn read(text: &str) -> Imported {
    import("Zugangs-Richtlinie_v2.md", text.as_bytes()).unwrap()
}

#[test]
fn markdown_stays_the_bytes_its_author_wrote() {
    let text = "# A *b*\n\n* one\n* two!\n\n1) x @ y ~ z\n\n> #5 is `<b>` &amp; [here](https://a.example)\n\n    <i>code</i>\n";
    let imported = read(text);
    assert_eq!(imported.text, text);
    assert!(imported.notes.is_empty());
    assert_eq!(imported.title, "A b");
}

#[test]
fn the_front_matter_is_read_and_taken_off() {
    let imported = read("---\ntitle: Zugang\nlanguage: de\nreview: 12\n---\n\n# Über\n");
    assert_eq!(
        (imported.title.as_str(), imported.text.as_str()),
        ("Zugang", "\n# Über\n")
    );
    assert_eq!(imported.front.review_months, Some(12));
    assert_eq!(imported.language, Some(Language::German));
}

#[test]
fn a_text_without_a_title_is_called_like_its_file() {
    assert_eq!(read("Words.\n").title, "Zugangs Richtlinie v2");
    assert_eq!(import("..", b"Words.").unwrap().title, ".");
    assert_eq!(import("", b"Words.").unwrap().title, "Policy");
}

#[test]
fn html_is_taken_out_and_its_words_stay() {
    let imported = read(
        "Keep <b>this</b> and<br>that <!-- not this -->.\n\n\
         <div class=\"x\"><p>One &amp; two</p>\n<script>alert(1)</script><style>p{}</style></div>\n\n\
         > <table><tr><td>in a quote</td></tr></table>\n\n\
         - <span onclick=\"x()\">item</span>\n\nEnd.\n",
    );
    assert_eq!(
        imported.text,
        "Keep this and that .\n\nOne & two\n\n> in a quote\n\n- item\n\nEnd.\n"
    );
    assert_eq!(noted(&imported), [(LeftOut::Html, 8)]);
}

#[test]
fn pictures_become_their_words_wherever_they_are() {
    let imported = read(
        "![The *plan*](https://evil.example/pixel.png \"t\") and ![](x.png)\n\n\
         | a |\n| --- |\n| ![key][k] |\n\n> - Ä ![inner ![deep](a)](b) ö\n\n[k]: http://evil.example/k.png\n",
    );
    assert!(!imported.text.contains("!["), "{}", imported.text);
    assert!(
        imported.text.starts_with("The plan and"),
        "{}",
        imported.text
    );
    assert!(imported.text.contains("| key |"), "{}", imported.text);
    assert!(
        imported.text.contains("> - Ä inner deep ö"),
        "{}",
        imported.text
    );
    assert!(!crate::documents::text::to_html(&imported.text).contains("<img"));
}

#[test]
fn letters_are_understood_in_the_usual_encodings() {
    let little: Vec<u8> = "\u{feff}Für alle\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(import("x.md", &little).unwrap().text, "Für alle\n");
    let old = import("x.txt", b"F\xfcr alle \x96 immer").unwrap();
    assert_eq!(old.text, "Für alle – immer\n");
    assert_eq!(noted(&old), [(LeftOut::Encoding, 1)]);
    let damaged = import(
        "x.md",
        "Für alle, für immer, über"
            .as_bytes()
            .split_last()
            .unwrap()
            .1,
    );
    assert!(damaged.is_ok());
    assert_eq!(
        import("x.md", b"F\xc3\xbcr \xc3\xbc \xff").unwrap_err(),
        CannotImport::Damaged
    );
}

#[test]
fn what_cannot_be_seen_is_taken_out_and_letters_are_composed() {
    let imported = read("A\u{308}rger \u{202e}x\u{202c}\r\nzwei\u{200b}\n");
    assert_eq!(imported.text, "Ärger x\nzwei\n");
    assert_eq!(noted(&imported), [(LeftOut::Controls, 3)]);
}

#[test]
fn nonsense_is_read_or_refused_and_nothing_hangs() {
    for text in [
        "> ".repeat(50_000),
        "- ".repeat(50_000),
        "[".repeat(50_000),
        "![".repeat(50_000),
        "<b>".repeat(30_000),
        format!("<div>{}", "<p><b>".repeat(20_000)),
        "*_".repeat(50_000),
        "| a ".repeat(20_000),
        "`".repeat(50_000),
        "&amp;".repeat(20_000),
        "[a](<b>)![c](d)".repeat(5_000),
    ] {
        match import("x.md", text.as_bytes()) {
            Ok(imported) => assert!(imported.text.len() <= crate::documents::LARGEST),
            Err(refusal) => assert!(
                matches!(
                    refusal,
                    CannotImport::TooDeep | CannotImport::TooLong | CannotImport::NoText
                ),
                "{refusal:?}"
            ),
        }
    }
}

//! Files that are something else, broken, or made to do harm.

use super::hand_made::{TYPES, docx, docx_with, item, paragraph, part, zip};
use super::*;

fn refused(bytes: &[u8]) -> CannotImport {
    import("policy.docx", bytes).expect_err("it was read")
}

fn with_document(document: &str) -> Vec<u8> {
    let types = ("[Content_Types].xml", TYPES.as_bytes());
    zip(&[types, ("word/document.xml", document.as_bytes())])
}

#[test]
fn what_is_no_text_is_called_by_its_name() {
    let compound = |name: &str| -> Vec<u8> {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [
            &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
            &[0; 512][..],
            &name,
        ]
        .concat()
    };
    let typed = |kind: &str| {
        let types = format!(
            r#"<Types><Override PartName="/x.xml" ContentType="application/{kind}+xml"/></Types>"#
        );
        zip(&[("[Content_Types].xml", types.as_bytes())])
    };
    for (bytes, refusal) in [
        (b" \n".to_vec(), CannotImport::Empty),
        (b"%PDF-1.7".to_vec(), CannotImport::Pdf),
        (b"{\\rtf1".to_vec(), CannotImport::Rtf),
        (b"<!DOCTYPE html><p>".to_vec(), CannotImport::WebPage),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), CannotImport::NotText),
        (b"\x7fELF\x02\x01\x01\0".to_vec(), CannotImport::NotText),
        (
            (128..=255).cycle().take(4_000).collect(),
            CannotImport::NotText,
        ),
        (compound("EncryptedPackage"), CannotImport::Password),
        (compound("WordDocument"), CannotImport::OldWord),
        (compound("Workbook"), CannotImport::NotText),
        (zip(&[("a.txt", b"a")]), CannotImport::Archive),
        (
            zip(&[("mimetype", b"x"), ("content.xml", b"<a/>")]),
            CannotImport::OpenDocument,
        ),
        (
            typed("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"),
            CannotImport::OtherOffice,
        ),
        (
            typed("vnd.ms-word.document.macroEnabled.main"),
            CannotImport::Macros,
        ),
        (typed("unknown"), CannotImport::Archive),
        (vec![b'a'; LARGEST_FILE + 1], CannotImport::FileTooLarge),
    ] {
        assert_eq!(
            refused(&bytes),
            refusal,
            "{:?}",
            &bytes[..bytes.len().min(12)]
        );
    }
}

#[test]
fn macros_are_refused_whatever_the_types_say() {
    let document = part("document", "<w:body/>");
    let bytes = zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/vbaProject.bin", b"x"),
    ]);
    assert_eq!(refused(&bytes), CannotImport::Macros);
}

#[test]
fn bombs_are_refused_before_they_unpack() {
    let blank = vec![b' '; 33 * 1024 * 1024];
    let document = part("document", "<w:body/>");
    let large = [document.as_bytes(), &blank].concat();
    assert_eq!(
        refused(&with_document(&String::from_utf8(large).unwrap())),
        CannotImport::Bomb
    );

    let dense = document.replace("<w:body/>", &" ".repeat(8 * 1024 * 1024));
    assert_eq!(refused(&with_document(&dense)), CannotImport::Bomb);

    let names: Vec<String> = (0..2_001).map(|at| format!("word/{at}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refused(&zip(&parts)), CannotImport::Bomb);
}

/// The list of an archive says how large a part becomes; a forged one is not believed.
#[test]
fn a_part_that_claims_to_be_small_is_not_believed() {
    let document = part("document", &" ".repeat(64 * 1024 * 1024));
    let mut bytes = with_document(&document);
    let real = u32::try_from(document.len()).unwrap().to_le_bytes();
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == real {
            bytes[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
        }
    }
    let refusal = refused(&bytes);
    assert!(
        matches!(refusal, CannotImport::Bomb | CannotImport::Damaged),
        "{refusal:?}"
    );
}

#[test]
fn entities_are_refused_and_none_is_ever_resolved() {
    let laughs =
        r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>"#;
    let file = r#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#;
    assert_eq!(refused(&with_document(laughs)), CannotImport::Entities);
    assert_eq!(refused(&with_document(file)), CannotImport::Entities);
    assert_eq!(
        refused(&docx(&paragraph("&unknown;"))),
        CannotImport::Entities
    );
}

#[test]
fn what_stands_elsewhere_is_never_loaded() {
    let bytes = docx(&format!("{}<w:altChunk r:id=\"far\"/>", paragraph("Here.")));
    let imported = import("x.docx", &bytes).unwrap();
    assert_eq!(imported.text, "Here.\n");
    assert_eq!(noted(&imported), [(LeftOut::LinkedFiles, 2)]);
}

#[test]
fn a_file_cut_off_anywhere_is_damaged() {
    let whole = docx(&paragraph("Words."));
    for end in (4..whole.len() - 1).step_by(7) {
        assert_eq!(refused(&whole[..end]), CannotImport::Damaged, "{end}");
    }
    assert_eq!(
        refused(&with_document("<w:document><w:p>")),
        CannotImport::Damaged
    );
    assert_eq!(refused(&with_document("<a></b>")), CannotImport::Damaged);
    assert_eq!(
        refused(&zip(&[("[Content_Types].xml", TYPES.as_bytes())])),
        CannotImport::Damaged
    );
}

/// Whatever byte is changed, there is an answer and no panic.
#[test]
fn a_file_with_any_byte_changed_is_read_or_refused() {
    let whole = docx_with(
        &item(1, 0, "Words."),
        &[("numbering", part("numbering", ""))],
    );
    for at in 0..whole.len() {
        for mask in [0x01, 0x80, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] ^= mask;
            let _ = import("x.docx", &bytes);
        }
    }
}

#[test]
fn two_thousand_pages_are_refused_with_a_sentence() {
    let bytes =
        docx(&paragraph(&"Every page has some two hundred words. ".repeat(5)).repeat(8_000));
    assert_eq!(refused(&bytes), CannotImport::TooLong);
    let markdown = "# Page\n\nEvery page has words.\n\n".repeat(100_000);
    assert_eq!(refused(markdown.as_bytes()), CannotImport::TooLong);
}

#[test]
fn depth_and_width_have_an_end() {
    let nested = format!(
        "{}{}{}",
        "<w:tbl><w:tr><w:tc>".repeat(40_000),
        paragraph("deep"),
        "</w:tc></w:tr></w:tbl>".repeat(40_000)
    );
    assert_eq!(refused(&docx(&nested)), CannotImport::TooDeep);

    let wide = r#"<w:tc><w:tcPr><w:gridSpan w:val="4000000000"/></w:tcPr></w:tc>"#;
    let rows = format!(
        "<w:tbl>{}</w:tbl>",
        format!("<w:tr>{wide}</w:tr>").repeat(2_000)
    );
    assert_eq!(refused(&docx(&rows)), CannotImport::TooLong);
}

#[test]
fn a_hundred_thousand_levels_of_a_list_are_nine() {
    let levels: String = (0..100_000)
        .map(|at| format!(r#"<w:lvl w:ilvl="{at}"><w:numFmt w:val="bullet"/></w:lvl>"#))
        .collect();
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
    );
    let body = item(1, 0, "top") + &item(1, 99_999, "deep") + &item(1, u32::MAX, "deeper");
    let bytes = docx_with(&body, &[("numbering", part("numbering", &numbering))]);
    let imported = import("x.docx", &bytes).unwrap();
    assert_eq!(imported.text, "- top\n  - deep\n  - deeper\n");
    assert!(noted(&imported).contains(&(LeftOut::DeepLists, 2)));
}

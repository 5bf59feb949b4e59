//! What independent programs say about the PDF.

mod support;

use support::{Pdf, plain, statement};

#[test]
fn the_statement_is_a_sound_tagged_archival_pdf() {
    let pdf = Pdf::of(&statement());

    assert!(
        pdf.check()
            .contains("No syntax or stream encoding errors found"),
        "{}",
        pdf.check()
    );
    let metadata = pdf.metadata();
    for claim in ["<pdfaid:part>3", "<pdfaid:conformance>A", "<pdfuaid:part>1"] {
        assert!(metadata.contains(claim), "{metadata}");
    }
    let info = pdf.info();
    for line in ["Tagged:          yes", "Pages:           2", "(A4)"] {
        assert!(info.contains(line), "{info}");
    }
}

#[test]
fn title_author_and_date_come_from_the_input() {
    let info = Pdf::of(&statement()).info();

    assert!(
        info.contains("Title:           Information security policy statement"),
        "{info}"
    );
    assert!(info.contains("Author:          Alpenglas GmbH"), "{info}");
    assert!(
        info.contains("CreationDate:    2026-11-22T18:36:20Z"),
        "{info}"
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(render::typeset(&statement()), render::typeset(&statement()));
}

#[test]
fn everything_that_was_written_is_printed() {
    let text = Pdf::of(&statement()).text();

    for printed in [
        "all locations, employees and contractors",
        "customer designs are encrypted",
        "Restored backups",
        "99.5 %",
        "We would rather hear",
        "☑ Reviewed by the works council",
        "☐ Translated into Czech",
        "smtp.starttls = required",
        "The scope is described in the document “Scope of the management system”",
    ] {
        assert!(text.contains(printed), "{printed} is missing: {text}");
    }
}

#[test]
fn signatures_are_printed_with_capacity_time_level_words_and_digest() {
    let text = Pdf::of(&statement()).text();

    for printed in [
        "Karl-Heinz Öztürk",
        "Managing director",
        "22 November 2026, 18:36 UTC",
        "Signed with a passkey",
        "I agree with its contents and put it into force.",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ] {
        assert!(text.contains(printed), "{printed} is missing: {text}");
    }
}

#[test]
fn the_digest_of_the_text_stands_in_full_once_and_short_on_every_page() {
    let digest = "e6dec4af707f9277f9f8b469c374089d987766d404135cc53c8859a5c7e8e0e3";
    let text = Pdf::of(&statement()).text();

    for (number, page) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
        let head = page.lines().next().unwrap();
        assert!(
            head.contains("Version 3") && head.ends_with(&digest[..12]),
            "{head}"
        );
        assert!(
            page.contains(&format!("Page {} of 2", number + 1)),
            "{page}"
        );
    }
    assert!(
        text.lines()
            .any(|line| line.starts_with("SHA-256 of the text") && line.ends_with(digest)),
        "{text}"
    );
}

#[test]
fn record_and_markdown_are_attached_byte_for_byte() {
    let pdf = Pdf::of(&statement());

    assert_eq!(
        pdf.attached("statement.md"),
        statement().markdown.as_bytes()
    );
    assert_eq!(pdf.attached("record.json"), b"{\"v\":1}");
}

#[test]
fn headings_lists_tables_and_quotes_are_tagged_as_such() {
    let structure = Pdf::of(&statement()).structure();

    for tag in [
        "H1",
        "H2",
        "LI",
        "TH",
        "TD",
        "BlockQuote",
        "Link",
        "Note",
        "Code",
    ] {
        assert!(
            structure
                .lines()
                .any(|line| line.trim_start().starts_with(tag)),
            "no {tag}: {structure}"
        );
    }
}

#[test]
fn links_work_on_screen_and_can_be_read_on_paper() {
    let pdf = Pdf::of(&plain(
        "See [the law](https://example.org/law) or ask <security@example.org>.",
    ));

    assert!(
        pdf.urls().contains("https://example.org/law"),
        "{}",
        pdf.urls()
    );
    assert!(
        pdf.urls().contains("mailto:security@example.org"),
        "{}",
        pdf.urls()
    );
    assert!(
        pdf.text()
            .contains("the law (https://example.org/law) or ask security@example.org."),
        "{}",
        pdf.text()
    );
}

#[test]
fn a_demonstration_says_so_on_every_page() {
    let mut input = statement();
    input.banner = Some("Demonstration".into());

    let text = Pdf::of(&input).text();

    assert_eq!(
        text.matches("Demonstration").count(),
        text.matches('\u{c}').count()
    );
}

#[test]
fn a_heading_that_repeats_the_title_is_printed_once() {
    let text = Pdf::of(&statement()).text();

    let titles = text
        .lines()
        .filter(|line| line.trim() == "Information security policy statement");
    assert_eq!(titles.count(), 1, "{text}");
}

#[test]
fn german_and_hebrew_are_set_in_their_own_way() {
    let german = Pdf::of(&render::Typeset {
        language: "de-AT".into(),
        ..plain("Grüße aus Österreich.")
    });
    let hebrew = Pdf::of(&render::Typeset {
        language: "he".into(),
        ..plain("> שלום עולם")
    });

    assert!(german.text().contains("Grüße aus Österreich."));
    assert!(
        german.languages().contains("de-AT"),
        "{}",
        german.languages()
    );
    assert!(hebrew.text().contains("שלום עולם"), "{}", hebrew.text());
}

//! Files that programs wrote, and what word processors can do with a text.

use super::hand_made::{docx, docx_with, item, paragraph, part};
use super::*;

fn fixture(name: &str) -> Imported {
    let bytes = match name {
        "word" => &include_bytes!("../../../../fixtures/policies/word.docx")[..],
        "pandoc" => include_bytes!("../../../../fixtures/policies/pandoc.docx"),
        _ => include_bytes!("../../../../fixtures/policies/libreoffice.docx"),
    };
    import(&format!("{name}.docx"), bytes).unwrap()
}

fn text(body: &str) -> String {
    import("x.docx", &docx(body)).unwrap().text
}

#[test]
fn a_file_of_word_reads_the_same_in_markdown() {
    let imported = fixture("word");
    assert_eq!(
        imported.text,
        "# Access policy\n\n\
         ## Purpose\n\n\
         We grant **only** what a task *requires*, at [Company] and elsewhere; \
         see [the standard](https://example.org/a%20%28b%29) or the drive.\n\n\
         Rights end within 24 hours of leaving.\n\n\
         ## Rules\n\n\
         - Ask\n  - the owner\n    - of the system\n- Wait\n\n\
         1. First \\*this\\*\n2. then that_one\n\n\
         ### Terms\n\n\
         | Role | Right |\n| --- | --- |\n| Owner \\| keeper | grants |\n\
         | Administrator | sets up; reports |\n\n\
         A key\n\n\
         The end.\n"
    );
    assert_eq!(imported.title, "Access policy");
    assert_eq!(imported.language, Some(Language::English));
    assert_eq!(
        noted(&imported),
        [
            (LeftOut::Pictures, 1),
            (LeftOut::Insertions, 1),
            (LeftOut::Deletions, 1),
            (LeftOut::Comments, 1),
            (LeftOut::HeadersAndFooters, 2),
            (LeftOut::HiddenText, 1),
            (LeftOut::ParagraphsInCells, 1),
            (LeftOut::Addresses, 1),
        ]
    );
    assert_eq!(rules::placeholders::left_in(&imported.text), ["[Company]"]);
}

#[test]
fn libreoffice_and_pandoc_write_the_same_text_otherwise_and_it_arrives_the_same() {
    let (one, other) = (fixture("libreoffice"), fixture("pandoc"));
    let meant = "# Datensicherung\n\n\
        ## Zweck\n\n\
        Wir sichern **alles**, was wir *brauchen*.[^1] Mehr dazu bei [BSI](https://www.bsi.bund.de/).\n\n\
        ## Regeln\n\n\
        1. Jeden Tag\n   - Dateien\n   - Mail\n2. Jede Woche\n   1. Systeme\n   2. Schlüssel\n\n\
        | Daten | Dauer |\n| --- | --- |\n| Mail | 60 Tage |\n| Quellen | 1 Jahr |\n\n\
        [^1]: Auch Notizen.\n";
    assert_eq!(one.text, meant);
    assert_eq!(other.text, meant);
    assert_eq!(one.language, Some(Language::German));
    assert_ne!(one.source, other.source);
}

#[test]
fn what_was_deleted_is_gone_with_its_paragraph_end_and_what_was_moved_stands_once() {
    let body = r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>
        <w:p><w:r><w:t>line.</w:t></w:r></w:p>
        <w:p><w:moveFrom w:id="2"><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p>
        <w:p><w:moveTo w:id="3"><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>
        <w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="4"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>Bold</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:r><w:t>Last.</w:t></w:r></w:p>"#;
    assert_eq!(text(body), "One line.\n\nMoved.\n\n**Bold**\n\nLast.\n");
}

#[test]
fn numbers_that_people_refer_to_stay() {
    let level = |at: u32, format: &str, pattern: &str| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{pattern}"/></w:lvl>"#
        )
    };
    let levels = [
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%3)"),
    ];
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="7">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#,
        levels.concat()
    );
    let heading = item(1, 0, "Scope").replace("<w:numPr>", r#"<w:outlineLvl w:val="0"/><w:numPr>"#);
    let body = [
        heading,
        item(1, 1, "Everybody."),
        item(1, 1, "Everywhere:"),
        item(1, 2, "here"),
        item(1, 2, "there"),
        item(2, 0, "Anew"),
        paragraph("Between"),
        item(2, 0, "Goes on"),
        item(9, 0, "A list nobody knows"),
    ];
    let bytes = docx_with(
        &body.concat(),
        &[("numbering", part("numbering", &numbering))],
    );
    let imported = import("x.docx", &bytes).unwrap();
    assert_eq!(
        imported.text,
        "# 1. Scope\n\n1.1 Everybody.\n\n1.2 Everywhere:\n\n1. here\n2. there\n\n\
         1) Anew\n\nBetween\n\n2. Goes on\n\nA list nobody knows\n"
    );
    assert_eq!(noted(&imported)[0], (LeftOut::LetteredLists, 2));
}

#[test]
fn words_that_look_like_markup_stay_words() {
    for (typed, written) in [
        ("# 1", "\\# 1"),
        ("1. one", "1\\. one"),
        ("- a", "\\- a"),
        ("&gt; a", "\\> a"),
        (
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\\<script>alert(1)\\</script>",
        ),
        ("a_b _c_ *d* `e` ~f~", "a_b \\_c\\_ \\*d\\* \\`e\\` \\~f\\~"),
        ("[Name] [x](y) ![z](u)", "[Name] \\[x\\](y) \\!\\[z\\](u)"),
        ("[a]: http://b", "\\[a\\]: http://b"),
        ("&amp;amp; R&amp;D &amp; co", "\\&amp; R\\&D & co"),
        ("---", "\\---"),
        ("a\\*b", "a\\\\\\*b"),
    ] {
        assert_eq!(text(&paragraph(typed)), format!("{written}\n"), "{typed}");
    }
}

#[test]
fn marks_that_markdown_could_not_read_back_are_left_out() {
    let run = |look: &str, text: &str| {
        format!(r#"<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
    };
    let body = format!(
        "<w:p>{}{}{}</w:p><w:p>{}{}{}</w:p><w:p>{}{}</w:p>",
        run("<w:b/>", "Note: "),
        run("", "keep "),
        run("<w:b/><w:i/>", "both"),
        run("<w:b/>", "two"),
        run("<w:b/>", " "),
        run("<w:b/>", "words"),
        run("<w:b/>", "Stop!"),
        run("", "now"),
    );
    assert_eq!(
        text(&body),
        "**Note:** keep ***both***\n\n**two words**\n\nStop!now\n"
    );
}

#[test]
fn footnotes_fields_boxes_and_formulas_keep_their_words() {
    let body = r#"<w:p><w:r><w:t>See</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath><w:r><w:br/><w:t>next</w:t></w:r></w:p>
        <w:p><w:hyperlink r:id="bad"><w:r><w:t>no</w:t></w:r></w:hyperlink></w:p>"#;
    let notes = r#"<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> The law.</w:t></w:r></w:p></w:footnote>"#;
    let bytes = docx_with(body, &[("footnotes", part("footnotes", notes))]);
    let imported = import("x.docx", &bytes).unwrap();
    assert_eq!(
        imported.text,
        "See[^1] [there](https://example.org/x).\n\nIn a box\n\na=b\\\nnext\n\nno\n\n[^1]: The law.\n"
    );
    assert_eq!(
        noted(&imported),
        [
            (LeftOut::TextBoxes, 1),
            (LeftOut::Formulas, 1),
            (LeftOut::LinkedFiles, 1),
            (LeftOut::Addresses, 1),
        ]
    );
}

#[test]
fn frames_merged_cells_and_tables_in_tables_keep_their_words() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = |inner: &str| format!("<w:tr>{inner}</w:tr>");
    let table = |inner: &str| format!("<w:tbl>{inner}</w:tbl>");
    let one = |text: &str| cell(&paragraph(text));
    let inner = table(&row(&(one("x") + &one("y"))));
    let body = table(&row(&one("A frame")))
        + &table(
            &(row(&(cell(
                &(r#"<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>"#.to_owned() + &paragraph("wide")),
            ) + &one("c")))
                + &row(&(one("1") + &cell(&inner) + &one("3")))),
        );
    let imported = import("x.docx", &docx(&body)).unwrap();
    assert_eq!(
        imported.text,
        "A frame\n\n| wide |  | c |\n| --- | --- | --- |\n| 1 | x; y | 3 |\n"
    );
    let noted = noted(&imported);
    assert!(
        noted.contains(&(LeftOut::NestedTables, 1)) && noted.contains(&(LeftOut::MergedCells, 1))
    );
}

/// What every importer has to keep: the words themselves, in order.
#[test]
fn no_word_of_fifty_pages_is_lost() {
    let sentence = "Rule [A] *must* be kept_by 100% of us & them; see §4.2 (b) <now> or #later! ";
    let escaped = sentence.replace('&', "&amp;").replace('<', "&lt;");
    let page: String = (0..8)
        .map(|at| match at {
            0 => paragraph(&escaped)
                .replace("<w:p>", r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>"#),
            _ => paragraph(&escaped.repeat(5)),
        })
        .collect();
    let bytes = docx(&page.repeat(50));
    let imported = import("x.docx", &bytes).unwrap();
    let html = crate::documents::text::to_html(&imported.text);
    assert_eq!(html.matches("must").count(), 50 * 36);
    assert_eq!(html.matches("*must*").count(), 50 * 36);
    assert_eq!(html.matches("&lt;now&gt;").count(), 50 * 36);
}

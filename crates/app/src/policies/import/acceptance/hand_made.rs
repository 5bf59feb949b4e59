//! DOCX files made for one test each.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(super) const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const SPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

/// An archive of parts.
pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, packed).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A part with a root element and the usual name spaces.
pub(super) fn part(root: &str, inner: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:{root} {SPACES}>{inner}</w:{root}>")
}

/// A document with this body, and further parts of `word/` that it relates to by their names.
pub(super) fn docx_with(body: &str, parts: &[(&str, String)]) -> Vec<u8> {
    let document = part("document", &format!("<w:body>{body}</w:body>"));
    let relations = parts.iter().enumerate().map(|(at, (name, _))| {
        format!(r#"<Relationship Id="p{at}" Type="http://x/{name}" Target="{name}.xml"/>"#)
    });
    let relations = format!(
        r#"<Relationships>{}<Relationship Id="web" Type="http://x/hyperlink" Target="https://example.org/" TargetMode="External"/><Relationship Id="bad" Type="http://x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/><Relationship Id="far" Type="http://x/image" Target="http://tracker.example/x.png" TargetMode="External"/></Relationships>"#,
        relations.collect::<String>()
    );
    let mut all = vec![
        ("[Content_Types].xml".to_owned(), TYPES.to_owned()),
        ("word/document.xml".to_owned(), document),
        ("word/_rels/document.xml.rels".to_owned(), relations),
    ];
    all.extend(
        parts
            .iter()
            .map(|(name, text)| (format!("word/{name}.xml"), text.clone())),
    );
    let all: Vec<(&str, &[u8])> = all
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    zip(&all)
}

pub(super) fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

pub(super) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A paragraph of a list.
pub(super) fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

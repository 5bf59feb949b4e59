//! A statement to typeset, and independent programs that read what came out.

#![expect(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "every test file uses a part of it, and a test may panic"
)]

use std::path::Path;
use std::process::Command;

use render::{Attachment, Labels, Meta, Relation, Signature, Typeset};

pub fn statement() -> Typeset {
    let markdown = include_str!("../documents/statement.md");
    Typeset {
        title: "Information security policy statement".into(),
        language: "en".into(),
        organisation: "Alpenglas GmbH".into(),
        edition: "Version 3".into(),
        at: "2026-11-22T18:36:20.123Z".parse().unwrap(),
        markdown: markdown.into(),
        meta: vec![
            meta("Version", "3, replaces version 2"),
            meta("Effective", "1 January 2027"),
            meta("Language", "English"),
        ],
        signatures: vec![
            signature(
                "Dr. Johanna Huber",
                "Managing director",
                "22 November 2026, 18:31 UTC",
            ),
            signature(
                "Karl-Heinz Öztürk",
                "Managing director",
                "22 November 2026, 18:36 UTC",
            ),
        ],
        banner: None,
        attachments: vec![
            attachment(
                "statement.md",
                "text/markdown",
                "The exact text",
                Relation::Source,
                markdown.as_bytes(),
            ),
            attachment(
                "record.json",
                "application/json",
                "The record of the signatures",
                Relation::Data,
                b"{\"v\":1}",
            ),
        ],
        labels: Labels::english(),
    }
}

pub fn plain(markdown: &str) -> Typeset {
    Typeset {
        markdown: markdown.into(),
        signatures: vec![],
        attachments: vec![],
        ..statement()
    }
}

fn meta(label: &str, value: &str) -> Meta {
    Meta {
        label: label.into(),
        value: value.into(),
    }
}

fn signature(who: &str, capacity: &str, when: &str) -> Signature {
    Signature {
        who: who.into(),
        capacity: capacity.into(),
        when: when.into(),
        level: "Signed with a passkey".into(),
        digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        words: "I have read this statement, I agree with its contents and put it into force."
            .into(),
    }
}

fn attachment(
    name: &str,
    media: &str,
    about: &str,
    relation: Relation,
    bytes: &[u8],
) -> Attachment {
    Attachment {
        name: name.into(),
        media: media.into(),
        about: about.into(),
        relation,
        bytes: bytes.into(),
    }
}

/// A PDF in a folder of its own, for the programs to look at.
pub struct Pdf {
    folder: tempfile::TempDir,
}

impl Pdf {
    pub fn of(input: &Typeset) -> Self {
        let pdf = render::typeset(input).unwrap_or_else(|refusal| panic!("{refusal}"));
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("document.pdf"), pdf).unwrap();
        Self { folder }
    }

    pub fn info(&self) -> String {
        self.run("pdfinfo", "poppler-utils", &["-isodates", "document.pdf"])
    }

    pub fn text(&self) -> String {
        self.run(
            "pdftotext",
            "poppler-utils",
            &["-layout", "document.pdf", "-"],
        )
        .replace('\u{200B}', "")
    }

    pub fn structure(&self) -> String {
        self.run(
            "pdfinfo",
            "poppler-utils",
            &["-struct-text", "document.pdf"],
        )
    }

    pub fn attached(&self, name: &str) -> Vec<u8> {
        self.run("pdfdetach", "poppler-utils", &["-saveall", "document.pdf"]);
        std::fs::read(self.folder.path().join(name)).unwrap()
    }

    pub fn urls(&self) -> String {
        self.run("pdfinfo", "poppler-utils", &["-url", "document.pdf"])
    }

    /// Where every word ends, in points from the left edge of its page.
    pub fn right_edges(&self) -> Vec<f64> {
        let words = self.run(
            "pdftotext",
            "poppler-utils",
            &["-bbox", "document.pdf", "-"],
        );
        let edge = |word: &str| word.split_once('"').and_then(|(edge, _)| edge.parse().ok());
        words.split("xMax=\"").skip(1).filter_map(edge).collect()
    }

    /// The languages the document and its parts claim.
    pub fn languages(&self) -> String {
        let root = self.run(
            "qpdf",
            "qpdf",
            &["--json", "--json-key=qpdf", "document.pdf"],
        );
        root.lines().filter(|line| line.contains("/Lang")).collect()
    }

    pub fn check(&self) -> String {
        self.run("qpdf", "qpdf", &["--check", "document.pdf"])
    }

    pub fn metadata(&self) -> String {
        self.run("pdfinfo", "poppler-utils", &["-meta", "document.pdf"])
    }

    fn run(&self, program: &str, package: &str, arguments: &[&str]) -> String {
        run(program, package, arguments, self.folder.path())
    }
}

fn run(program: &str, package: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|_| {
            panic!("This test needs {program}: install the Debian package {package}.")
        });
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

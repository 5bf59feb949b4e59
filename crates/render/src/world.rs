//! All that typst may see: one template, one document, the attached files and the built-in fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Text in Libertinus, code and everything Libertinus lacks in DejaVu; mathematics has no use here.
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::built_in);
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(id("document.typ"), include_str!("document.typ").to_owned()));

struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    fn built_in() -> Self {
        let fonts: Vec<Font> = typst_assets::fonts()
            .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
            .filter(|font| FAMILIES.contains(&font.info().family.as_str()))
            .collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Self { fonts, book }
    }
}

/// The fonts every document is set in.
pub(crate) fn book() -> &'static FontBook {
    &FONTS.book
}

/// A closed world: `document.json` is what the template prints, `attached/0` and so on are the attached files.
pub(crate) struct Closed {
    document: Bytes,
    attached: Vec<Bytes>,
}

impl Closed {
    pub(crate) fn new(document: Vec<u8>, attached: impl Iterator<Item = Vec<u8>>) -> Self {
        Self {
            document: Bytes::new(document),
            attached: attached.map(Bytes::new).collect(),
        }
    }

    fn find(&self, path: &str) -> Option<Bytes> {
        if path == "document.json" {
            return Some(self.document.clone());
        }
        let index: usize = path.strip_prefix("attached/")?.parse().ok()?;
        self.attached.get(index).cloned()
    }
}

impl World for Closed {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() {
            Ok(TEMPLATE.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.root() {
            VirtualRoot::Project => self
                .find(id.vpath().get_without_slash())
                .ok_or(FileError::AccessDenied),
            VirtualRoot::Package(_) => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the template's own name is a plain file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

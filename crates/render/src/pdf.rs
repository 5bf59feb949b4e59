use jiff::{Timestamp, tz::TimeZone};
use sha2::{Digest as _, Sha256};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::page::Page;
use crate::world::{self, Closed};
use crate::{CannotTypeset, Typeset};

pub(crate) fn export(input: &Typeset) -> Result<Vec<u8>, CannotTypeset> {
    let page = serde_json::to_vec(&Page::of(input, world::book())?).map_err(unexpected)?;
    let options = options(input, &page)?;
    let world = Closed::new(
        page,
        input.attachments.iter().map(|file| file.bytes.clone()),
    );
    let pdf = typst::compile::<PagedDocument>(&world)
        .output
        .and_then(|document| typst_pdf::pdf(&document, &options))
        .map_err(|reasons| layout(&reasons));
    comemo::evict(0);
    pdf
}

fn options(input: &Typeset, page: &[u8]) -> Result<PdfOptions, CannotTypeset> {
    Ok(PdfOptions {
        ident: Smart::Custom(hex::encode(Sha256::digest(page))),
        creator: Smart::Custom(Some("Countersign".to_owned())),
        timestamp: Some(typst_pdf::Timestamp::new_utc(datetime(input.at)?)),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|error| CannotTypeset::Layout(error.message().to_string()))?,
        ..PdfOptions::default()
    })
}

fn datetime(at: Timestamp) -> Result<Datetime, CannotTypeset> {
    let at = at.to_zoned(TimeZone::UTC).datetime();
    let small = |n: i8| n.unsigned_abs();
    Datetime::from_ymd_hms(
        at.year().into(),
        small(at.month()),
        small(at.day()),
        small(at.hour()),
        small(at.minute()),
        small(at.second()),
    )
    .ok_or_else(|| CannotTypeset::Layout(format!("{at} is not a date")))
}

/// The first reason is enough for a sentence; the rest repeat it for other places of the text.
fn layout(reasons: &[SourceDiagnostic]) -> CannotTypeset {
    let reason = reasons.first().map(|reason| reason.message.to_string());
    CannotTypeset::Layout(reason.unwrap_or_else(|| "the typesetter gave no reason".to_owned()))
}

fn unexpected(error: serde_json::Error) -> CannotTypeset {
    CannotTypeset::Layout(error.to_string())
}

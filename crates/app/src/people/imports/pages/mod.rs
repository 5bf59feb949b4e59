//! The steps of an import: file, columns, check, done.

mod check;
mod columns;
mod file;
mod result;

use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use kit::Digest;
use kit::web::Problem;

use super::super::files;
use super::super::sight::WRITERS;
use super::apply::CannotApply;
use super::say;
use crate::App;
use crate::shell::{Access, Method, Routes, Shell};

/// The largest file that the import reads, and room for the form around it.
const LARGEST: usize = 64 * 1024 * 1024 + 64 * 1024;

pub(super) fn routes() -> Routes {
    let writers = Access::Any(WRITERS);
    let upload = post(file::keep).layer(DefaultBodyLimit::max(LARGEST));
    Routes::default()
        .get("/people/import", writers, file::ask)
        .add(Method::Post, "/people/import", writers, upload)
        .get("/people/import/{file}", writers, columns::ask)
        .post("/people/import/{file}/columns", writers, columns::keep)
        .get("/people/import/{file}/check", writers, check::show)
        .post("/people/import/{file}", writers, check::apply)
        .get("/people/imports/{import}", writers, result::show)
        .post("/people/imports/{import}/undo", writers, result::undo)
}

/// The step of the set-up that led here, and to which its reader returns.
const SET_UP: &str = "/setup/people";

/// A file that was handed in here: its name, its digest, its bytes.
struct Kept {
    name: String,
    digest: Digest,
    bytes: Vec<u8>,
}

async fn kept(app: &App, s: &Shell, digest: &str) -> Result<Kept, Problem> {
    let digest: Digest = digest.parse().map_err(|_| Problem::NotFound)?;
    let name = files::name(&mut app.read().await?, s.reader()?.org, digest).await?;
    Ok(Kept {
        name: name.ok_or(Problem::NotFound)?,
        bytes: app.files.get(digest).await?.ok_or(Problem::NotFound)?,
        digest,
    })
}

/// A list that is not understood is refused in words; what is our own fault is not passed off as one.
fn problem(s: &Shell, cannot: CannotApply) -> Problem {
    match cannot {
        CannotApply::Unexpected(error) => error.into(),
        cannot => Problem::Refused(say::cannot_apply(s.speech(), &cannot).join(" ")),
    }
}

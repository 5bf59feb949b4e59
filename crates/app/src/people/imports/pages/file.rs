use axum::extract::State;
use kit::web::{Answer, Upload};

use super::super::super::{files, import::Sheet, pages::again};
use super::super::say;
use super::super::store::{self, Import};
use crate::App;
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "people/imports/pages/file.html")]
struct FilePage {
    s: Shell,
    mistake: Option<String>,
    latest: Vec<Import>,
}

pub(super) async fn ask(State(app): State<App>, s: Shell) -> Answer {
    show(&app, s, None).await
}

async fn show(app: &App, s: Shell, mistake: Option<String>) -> Answer {
    let latest = store::latest(&mut app.read().await?, s.reader()?.org).await?;
    page(FilePage { s, mistake, latest })
}

/// Keeps the file under its digest; the next step finds it there, today or tomorrow.
pub(super) async fn keep(State(app): State<App>, s: Shell, upload: Upload) -> Answer {
    let Some(file) = upload.file else {
        let mistake = s.t("import-no-file");
        return again(show(&app, s, Some(mistake)).await);
    };
    let bytes = file.bytes.clone();
    let opened = tokio::task::spawn_blocking(move || Sheet::open(&bytes).map(drop)).await;
    if let Err(why) = opened.map_err(anyhow::Error::from)? {
        let mistake = say::named(s.speech(), "unreadable", &why);
        return again(show(&app, s, Some(mistake)).await);
    }
    let digest = app.files.put(file.bytes.clone()).await?;
    let noted = app.act(s.reader()?, move |act| {
        Box::pin(async move { files::note(act, digest, &file).await })
    });
    noted.await?;
    redirect(format!("/people/import/{digest}"))
}

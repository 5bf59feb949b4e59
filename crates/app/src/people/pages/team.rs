use axum::extract::State;
use kit::web::Answer;

use super::super::directory::{self, Report};
use crate::App;
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "people/pages/team.html")]
struct TeamPage {
    s: Shell,
    reports: Vec<Report>,
}

/// Who reports to the reader.
pub(super) async fn team(State(app): State<App>, s: Shell) -> Answer {
    let viewer = s.reader()?;
    let reports = directory::reports(&mut app.read().await?, viewer.org, viewer.person).await?;
    page(TeamPage { reports, s })
}

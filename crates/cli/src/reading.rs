//! Reading a log again, with a bar for whoever waits.

use anyhow::Result;
use app::App;
use app::readiness::Reread;
use indicatif::{ProgressBar, ProgressStyle};
use kit::id::OrgId;

/// Reads every record of the log now, whatever was found some night before.
pub(crate) async fn again(app: &App, org: OrgId) -> Result<Reread> {
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} records read again")?;
    let bar = ProgressBar::new(0).with_style(style);
    let shown = bar.clone();
    let read = app::readiness::reread(app, org, move |done, of| {
        shown.set_length(of);
        shown.set_position(done);
    })
    .await;
    bar.finish_and_clear();
    read
}

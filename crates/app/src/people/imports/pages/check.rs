use axum::extract::{Path, State};
use kit::Digest;
use kit::web::{Answer, Form, Problem, Query, UploadedFile};
use serde::Deserialize;

use super::super::super::import::{FieldChange, ManyLeavers, Plan, Why};
use super::super::super::pages::again;
use super::super::apply::{CannotApply, Options, import_people};
use super::super::draft::preview_people;
use super::super::say;
use super::columns::assumed;
use super::{Kept, SET_UP, kept, problem};
use crate::App;
use crate::shell::{Shell, page, redirect, redirect_saying};

/// How many of a kind a page shows at once.
const SHOWN: usize = 50;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    complete: String,
    /// From which change on.
    from: usize,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Confirmed {
    complete: String,
    plan: String,
    /// `leavers/of`, ticked by somebody who means it.
    leavers: String,
}

#[derive(askama::Template)]
#[template(path = "people/imports/pages/check.html")]
struct CheckPage {
    s: Shell,
    file: Kept,
    complete: &'static str,
    digest: Digest,
    plan: Plan,
    total: usize,
    lines: Vec<Line>,
    from: usize,
    next: Option<usize>,
    many: Option<ManyLeavers>,
    assumed: Vec<String>,
    warnings: Vec<String>,
    more_warnings: usize,
    mistakes: Vec<String>,
}

/// One change as the page shows it.
struct Line {
    class: &'static str,
    what: &'static str,
    name: String,
    note: String,
    fields: Vec<Shown>,
}

struct Shown {
    field: String,
    before: Option<String>,
    after: Option<String>,
}

pub(super) async fn show(
    State(app): State<App>,
    s: Shell,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let file = kept(&app, &s, &file).await?;
    show_with(&app, s, file, (asked, Vec::new())).await
}

async fn show_with(
    app: &App,
    s: Shell,
    file: Kept,
    (asked, mistakes): (Asked, Vec<String>),
) -> Answer {
    let complete = asked.complete == "yes";
    let org = s.reader()?.org;
    let preview = match preview_people(app, org, file.bytes.clone(), None, complete).await {
        Ok(preview) => preview,
        // The columns page says what is wrong, beside the columns.
        Err(cannot) => return Err(problem(&s, cannot)),
    };
    let plan = preview.plan;
    let total = total(&plan);
    let shown = plan.warnings.iter().take(SHOWN);
    let warnings: Vec<String> = shown
        .map(|warning| say::named(s.speech(), "warning", warning))
        .collect();
    let next = asked.from.saturating_add(SHOWN);
    page(CheckPage {
        lines: lines(&s, &plan, asked.from),
        assumed: assumed(&s, &preview.sheet),
        more_warnings: plan.warnings.len() - warnings.len(),
        many: plan.confirmation(),
        next: (next < total).then_some(next),
        complete: if complete { "yes" } else { "no" },
        digest: preview.digest,
        from: asked.from,
        warnings,
        total,
        plan,
        mistakes,
        file,
        s,
    })
}

fn total(plan: &Plan) -> usize {
    plan.joiners.len() + plan.returners.len() + plan.changes.len() + plan.leavers.len()
}

/// A page of changes: who leaves first, because that is what a wrong file gets wrong.
fn lines(s: &Shell, plan: &Plan, from: usize) -> Vec<Line> {
    let leavers = plan.leavers.iter().map(|leaver| Line {
        class: "leaves",
        what: "import-leaves",
        name: leaver.name.clone(),
        note: format!("{} {}", s.t(why(leaver.why)), s.day(&kit::Day(leaver.on))),
        fields: Vec::new(),
    });
    let changed = |class, what| {
        move |change: &super::super::super::import::Change| Line {
            class,
            what,
            name: change.after.name.clone(),
            note: s
                .say("import-line")
                .with("line", change.line.to_string())
                .to_string(),
            fields: change.fields.iter().map(|field| shown(s, field)).collect(),
        }
    };
    let joiners = plan.joiners.iter().map(|joiner| {
        let profile = &joiner.profile;
        let about = [
            profile.job_title.clone(),
            profile.unit.clone(),
            Some(profile.email.clone()).filter(|email| !email.is_empty()),
        ];
        let about: Vec<String> = about.into_iter().flatten().collect();
        Line {
            class: "joins",
            what: "import-joins",
            name: profile.name.clone(),
            note: about.join(", "),
            fields: Vec::new(),
        }
    });
    leavers
        .chain(
            plan.changes
                .iter()
                .map(changed("changed", "import-changes")),
        )
        .chain(
            plan.returners
                .iter()
                .map(changed("joins", "import-returns")),
        )
        .chain(joiners)
        .skip(from)
        .take(SHOWN)
        .collect()
}

fn shown(s: &Shell, change: &FieldChange) -> Shown {
    let word = serde_json::to_value(change.field).unwrap_or_default();
    Shown {
        field: s.t(&format!(
            "import-field-{}",
            word.as_str().unwrap_or_default()
        )),
        before: change.before.clone(),
        after: change.after.clone(),
    }
}

fn why(why: Why) -> &'static str {
    match why {
        Why::NotInFile => "import-why-not-in-file",
        Why::LastDay => "import-why-last-day",
        Why::Status => "import-why-status",
        Why::Suspended => "import-why-suspended",
    }
}

/// Applies exactly what was shown.
pub(super) async fn apply(
    State(app): State<App>,
    s: Shell,
    Path(file): Path<String>,
    Form(confirmed): Form<Confirmed>,
) -> Answer {
    let file = kept(&app, &s, &file).await?;
    let nonsense = |_| Problem::Invalid(s.t("problem-invalid-sentence"));
    let options = Options {
        mapping: None,
        complete_list: confirmed.complete == "yes",
        confirmed: confirmed.many(),
        expected: Some(confirmed.plan.parse().map_err(nonsense)?),
    };
    let handed_in = UploadedFile {
        name: file.name.clone(),
        media: String::new(),
        bytes: file.bytes.clone(),
    };
    let actor = s.reader()?.actor();
    match import_people(&app, actor, handed_in, options, |_, _| ()).await {
        Ok(done) => match done.import {
            Some(_) if s.sets_up() => redirect_saying(SET_UP, s.t("import-applied")),
            Some(import) => {
                redirect_saying(format!("/people/imports/{import}"), s.t("import-applied"))
            }
            None => redirect("/people"),
        },
        Err(CannotApply::Unexpected(error)) => Err(error.into()),
        Err(cannot) => {
            let mistakes = say::cannot_apply(s.speech(), &cannot);
            let asked = Asked {
                complete: confirmed.complete,
                from: 0,
            };
            again(show_with(&app, s, file, (asked, mistakes)).await)
        }
    }
}

impl Confirmed {
    fn many(&self) -> Option<ManyLeavers> {
        let (leavers, of) = self.leavers.split_once('/')?;
        Some(ManyLeavers {
            leavers: leavers.parse().ok()?,
            of: of.parse().ok()?,
        })
    }
}

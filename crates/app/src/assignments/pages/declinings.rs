//! Who declined a text, why, and what somebody else decided on it: top management first.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use kit::web::{Answer, Form, Problem, in_words};
use serde::Deserialize;

use super::super::decide::{CannotDecide, decide};
use super::super::model::Decision;
use super::super::store::declinings::{self, Decided, Listed};
use super::super::{DecliningId, declinings_of};
use super::people::{name_shown, overseen};
use super::publication_id;
use crate::App;
use crate::documents::{self, PublicationId};
use crate::identity::Role;
use crate::shell::{Shell, page, redirect_saying};

#[derive(askama::Template)]
#[template(path = "assignments/pages/declinings.html")]
struct DecliningsPage {
    s: Shell,
    publication: PublicationId,
    title: String,
    rows: Vec<Row>,
    /// What this reader may decide.
    choices: &'static [Decision],
    /// A later version took the place of the text, or it was withdrawn: nothing is decided any more.
    is_over: bool,
    /// The version before, whose refusals stand with it.
    previous: Option<documents::Previous>,
    problem: Option<Refused>,
}

struct Row {
    id: DecliningId,
    name: String,
    leads: bool,
    mark: &'static str,
    state: String,
    when: String,
    reason: String,
    decisions: Vec<Said>,
    stands: bool,
    is_own: bool,
    chosen: String,
    typed: String,
}

struct Said {
    when: String,
    what: String,
    words: String,
}

/// A decision that was not taken, beside its form.
struct Refused {
    at: DecliningId,
    sentence: String,
    typed: DecisionForm,
}

pub(super) async fn index(
    State(app): State<App>,
    Path(publication): Path<String>,
    s: Shell,
) -> Answer {
    page(shown(&app, s, publication_id(&publication)?, None).await?)
}

async fn shown(
    app: &App,
    s: Shell,
    id: PublicationId,
    problem: Option<Refused>,
) -> Result<DecliningsPage, Problem> {
    let org = s.reader()?.org;
    let mut db = app.read().await?;
    let publication = documents::publication(&mut db, org, id)
        .await?
        .ok_or(Problem::NotFound)?;
    let listed = declinings::listed(&mut db, org, id, overseen(&s)?, s.today()).await?;
    let decided = declinings::decisions(&mut db, org, id).await?;
    let rows = listed
        .into_iter()
        .map(|listed| row(&s, listed, &decided, problem.as_ref()))
        .collect::<Result<_, _>>()?;
    Ok(DecliningsPage {
        choices: match publication.is_current() {
            true => choices(&s),
            false => &[],
        },
        is_over: !publication.is_current(),
        previous: publication.previous,
        publication: id,
        title: publication.title,
        rows,
        problem,
        s,
    })
}

/// A line manager says that they spoke with somebody; an auditor reads.
fn choices(s: &Shell) -> &'static [Decision] {
    let decides = Role::DIRECTING.iter().any(|role| s.is(*role)) || s.is(Role::TopManagement);
    if decides {
        Decision::ALL
    } else if s.is(Role::LineManager) {
        &[Decision::SpokenWith]
    } else {
        &[]
    }
}

fn row(
    s: &Shell,
    listed: Listed,
    decided: &[Decided],
    problem: Option<&Refused>,
) -> Result<Row, Problem> {
    let mine = decided.iter().filter(|one| one.declining == listed.id);
    let typed = problem.filter(|refused| refused.at == listed.id);
    let typed = typed.map(|refused| refused.typed.clone());
    let typed = typed.unwrap_or_default();
    let place = listed.place.map_or_else(
        || s.t("receipt-waiting"),
        |place| s.say("receipt-place").with("place", place).to_string(),
    );
    Ok(Row {
        is_own: listed.person == s.reader()?.person,
        mark: if listed.stands {
            "fail"
        } else {
            "not-applicable"
        },
        state: s.t(if listed.stands {
            "owed-standing-declined"
        } else {
            "declinings-ended"
        }),
        when: [
            listed.unit.unwrap_or_default(),
            s.moment(&listed.declined_at),
            place,
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · "),
        decisions: mine.map(|one| said(s, one)).collect(),
        id: listed.id,
        name: name_shown(s, listed.person, listed.name),
        leads: listed.leads,
        reason: listed.reason,
        stands: listed.stands,
        chosen: typed.decision,
        typed: typed.words,
    })
}

fn said(s: &Shell, decided: &Decided) -> Said {
    let word = format!("declinings-said-{}", decided.decision);
    Said {
        when: s.moment(&decided.decided_at),
        what: s.say(&word).with("name", decided.name.as_str()).to_string(),
        words: decided.words.clone(),
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct DecisionForm {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    words: String,
}

pub(super) async fn create(
    State(app): State<App>,
    Path(declining): Path<String>,
    s: Shell,
    Form(form): Form<DecisionForm>,
) -> Answer {
    let viewer = s.reader()?.clone();
    let id: DecliningId = declining.parse().map_err(|_| Problem::NotFound)?;
    let found = declinings::declining(&mut app.read().await?, viewer.org, id).await?;
    let publication = found.ok_or(Problem::NotFound)?.publication;
    let (typed, roles) = (form.clone(), viewer.roles);
    let decided = match form.decision.parse::<Decision>() {
        Ok(decision) => {
            app.act(&viewer, move |act| {
                Box::pin(async move { decide(act, id, (decision, &form.words), roles).await })
            })
            .await
        }
        Err(_) => Err(CannotDecide::Words),
    };
    let Err(refusal) = decided else {
        return redirect_saying(declinings_of(publication), s.t("declinings-decided"));
    };
    let sentence = match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => sentence,
        problem => return Err(problem),
    };
    let refused = Refused {
        at: id,
        sentence,
        typed,
    };
    let mut answer = page(shown(&app, s, publication, Some(refused)).await?)?;
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

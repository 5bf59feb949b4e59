//! Who may approve in whose place, and giving or ending that.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kit::db::Conn;
use kit::id::PersonId;
use kit::web::{Answer, Form, Problem, id, in_words};

use crate::App;
use crate::documents::{
    self, CannotDelegate, Delegation, DelegationId, DocumentKind, NewDelegation,
};
use crate::identity::Viewer;
use crate::people::{self, Office};
use crate::shell::{Shell, page, redirect, redirect_saying};

#[derive(askama::Template)]
#[template(path = "policies/pages/delegations.html")]
struct DelegationsPage {
    s: Shell,
    rows: Vec<Row>,
    /// The reader's own offices: what they could delegate.
    own: Vec<Office>,
    kinds: Vec<(DocumentKind, String)>,
    typed: Typed,
    refused: Option<String>,
}

struct Row {
    id: DelegationId,
    sentence: String,
    scope: String,
    reason: String,
    state: &'static str,
    word: String,
    can_end: bool,
}

type Typed = BTreeMap<String, String>;

impl DelegationsPage {
    fn typed(&self, field: &str) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }
}

pub(super) async fn index(State(app): State<App>, s: Shell) -> Answer {
    let mut db = app.read().await?;
    page(delegations_page(&mut db, s, Typed::new(), None).await?)
}

async fn delegations_page(
    db: &mut Conn,
    s: Shell,
    typed: Typed,
    refused: Option<String>,
) -> Result<DelegationsPage, Problem> {
    let viewer = s.reader()?.clone();
    let (org, today) = (viewer.org, s.today());
    let offices = people::offices(db, org, today).await?;
    let own = offices
        .iter()
        .filter(|office| office.person == viewer.person)
        .cloned();
    let rows = documents::delegations(db, org).await?;
    Ok(DelegationsPage {
        rows: rows.into_iter().map(|given| row(&s, given)).collect(),
        own: own.collect(),
        kinds: DocumentKind::POLICIES
            .iter()
            .map(|kind| (*kind, s.t(&format!("policy-kind-{kind}"))))
            .collect(),
        typed,
        refused,
        s,
    })
}

fn row(s: &Shell, given: Delegation) -> Row {
    let today = s.today();
    let (state, word) = match given.ended_at {
        Some(_) => ("not-applicable", "ended"),
        None if today > given.last_day => ("not-applicable", "over"),
        None if today < given.first_day => ("to-do", "later"),
        None => ("doing", "holds"),
    };
    let scope = given
        .scope
        .split(' ')
        .map(|kind| s.t(&format!("policy-kind-{kind}")));
    let is_own = s
        .viewer
        .as_ref()
        .is_some_and(|viewer| viewer.person == given.delegator);
    Row {
        id: given.id,
        sentence: s
            .say("delegation-line")
            .with("delegate", given.delegate_name.as_str())
            .with("delegator", given.delegator_name.as_str())
            .with("first", s.day(&given.first_day))
            .with("last", s.day(&given.last_day))
            .to_string(),
        scope: scope.collect::<Vec<_>>().join(", "),
        reason: given.reason,
        state,
        word: s.t(&format!("delegation-{word}")),
        can_end: is_own && matches!(word, "holds" | "later"),
    }
}

pub(super) async fn give(
    State(app): State<App>,
    s: Shell,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let viewer = s.reader()?.clone();
    let delegate = named(&mut app.read().await?, &viewer, &typed).await?;
    let given = match new_delegation(&typed, delegate) {
        Ok(new) => {
            app.act(&viewer, move |act| Box::pin(documents::delegate(act, new)))
                .await
        }
        Err(refusal) => Err(refusal),
    };
    let Err(refusal) = given else {
        return redirect_saying("/delegations", s.t("delegation-given"));
    };
    match in_words(refusal, s.speech()) {
        Problem::Refused(sentence) => {
            let mut db = app.read().await?;
            let again = delegations_page(&mut db, s, typed, Some(sentence)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(again)?).into_response())
        }
        problem => Err(problem),
    }
}

/// Whoever has the address that was typed.
async fn named(db: &mut Conn, viewer: &Viewer, typed: &Typed) -> Result<Option<PersonId>, Problem> {
    let email = typed.get("delegate").map_or("", String::as_str);
    Ok(people::holder_of_address(db, viewer.org, email).await?)
}

fn new_delegation(
    typed: &Typed,
    delegate: Option<PersonId>,
) -> Result<NewDelegation, CannotDelegate> {
    let given = |field: &str| typed.get(field).map_or("", |text| text.trim());
    let day = |field: &str| given(field).parse().map_err(|_| CannotDelegate::Days);
    let scope = DocumentKind::POLICIES
        .iter()
        .filter(|kind| typed.contains_key(&format!("scope-{kind}")));
    Ok(NewDelegation {
        appointment: given("appointment")
            .parse()
            .map_err(|_| CannotDelegate::NotYours)?,
        delegate: delegate.ok_or(CannotDelegate::Nobody)?,
        scope: scope.copied().collect(),
        first_day: day("first_day")?,
        last_day: day("last_day")?,
        reason: given("reason").to_owned(),
    })
}

pub(super) async fn end(
    State(app): State<App>,
    Path(delegation): Path<String>,
    s: Shell,
    Form(typed): Form<Typed>,
) -> Answer {
    let viewer = s.reader()?.clone();
    let id: DelegationId = id(&delegation)?;
    let reason = typed.get("reason").cloned().unwrap_or_default();
    app.act(&viewer, move |act| {
        Box::pin(async move { documents::end_delegation(act, id, &reason).await })
    })
    .await
    .map_err(|refusal| in_words(refusal, s.speech()))?;
    redirect("/delegations")
}

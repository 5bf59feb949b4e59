//! All policies, and how each stands.

use axum::extract::State;
use kit::web::{Answer, Problem};

use super::super::store::{self, Listed};
use crate::App;
use crate::documents::{self, DocumentKind, RoundState};
use crate::identity::Viewer;
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "policies/pages/list.html")]
struct ListPage {
    s: Shell,
    groups: Vec<Group>,
    directs: bool,
    reads: bool,
    has_matrix: bool,
}

struct Group {
    title: String,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    title: String,
    note: String,
    state: &'static str,
    word: String,
}

/// The order in which kinds are read: from the top down.
const ORDER: [DocumentKind; 4] = [
    DocumentKind::SecurityPolicy,
    DocumentKind::TopicPolicy,
    DocumentKind::Guideline,
    DocumentKind::ApprovalMatrix,
];

pub(super) async fn index(State(app): State<App>, s: Shell) -> Answer {
    let viewer = s.reader()?.clone();
    let mut db = app.read().await?;
    let policies = store::policies(&mut db, viewer.org).await?;
    let mut groups = Vec::new();
    for kind in ORDER {
        let mut rows = Vec::new();
        for policy in policies.iter().filter(|policy| policy.kind == kind) {
            let state = match (policy.last_version, policy.publication) {
                (Some(version), None) => {
                    documents::round_of_version(&mut db, viewer.org, policy.id, version)
                        .await?
                        .map(|round| round.state())
                }
                _ => None,
            };
            rows.extend(row(&s, &viewer, policy, state)?);
        }
        if !rows.is_empty() {
            groups.push(Group {
                title: s.t(&format!("policy-kinds-{kind}")),
                rows,
            });
        }
    }
    page(ListPage {
        has_matrix: policies
            .iter()
            .any(|policy| policy.kind == DocumentKind::ApprovalMatrix),
        directs: viewer.directs(),
        reads: viewer.reads(),
        groups,
        s,
    })
}

/// Everybody sees what holds; readers also see what is being prepared.
fn row(
    s: &Shell,
    viewer: &Viewer,
    policy: &Listed,
    state: Option<RoundState>,
) -> Result<Option<Row>, Problem> {
    let (state, word) = standing(s, policy, state);
    if policy.publication.is_none() && !viewer.reads() {
        return Ok(None);
    }
    let href = match policy.publication {
        Some(publication) if !viewer.reads() => {
            format!("/policies/{}/publications/{publication}", policy.id)
        }
        _ => format!("/policies/{}", policy.id),
    };
    let note = match (
        policy.published_version,
        policy.published_at,
        policy.review_on,
    ) {
        (Some(version), Some(at), review) => s
            .say("policy-list-published")
            .with("version", version)
            .with("day", s.day(&at.day(s.zone())))
            .with("review", review.map_or_else(String::new, |day| s.day(&day)))
            .to_string(),
        _ => s.t(&format!("policy-list-{}", policy.language)),
    };
    Ok(Some(Row {
        href,
        title: policy.title.clone(),
        note,
        state,
        word,
    }))
}

fn standing(s: &Shell, policy: &Listed, round: Option<RoundState>) -> (&'static str, String) {
    let (mark, word) = match (policy.publication, policy.review_on, round) {
        (Some(_), Some(review), _) if review < s.today() => ("fail", "review-overdue"),
        (Some(_), ..) => ("pass", "in-force"),
        (None, _, Some(RoundState::Open { .. })) => ("doing", "waiting"),
        (None, _, Some(RoundState::Refused { .. })) => ("fail", "refused"),
        (None, ..) if policy.is_matrix_in_force() => ("pass", "in-force"),
        (None, ..) if policy.is_approved() => ("doing", "approved"),
        (None, ..) => ("to-do", "draft"),
    };
    (mark, s.t(&format!("policy-standing-{word}")))
}

impl Listed {
    fn is_approved(&self) -> bool {
        self.approved_version.is_some() && self.approved_version == self.last_version
    }

    /// The matrix holds for those who send and approve; nobody has to acknowledge it.
    fn is_matrix_in_force(&self) -> bool {
        self.kind == DocumentKind::ApprovalMatrix && self.approved_version.is_some()
    }
}

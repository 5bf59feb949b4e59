//! What the rows of this slice repeat of their records.
//!
//! A version has no record of its own: it is what was laid before a signatory, and is compared with
//! the request that did so.

use kit::reconcile::Reconciled;
use serde_json::Value;

use super::super::model::DocumentKind;

pub(in crate::documents) const RECONCILED: &[Reconciled] = &[
    kit::reconciled! {
        "contents_confirmation" rests on ["contents-confirmed"] {
            "document" => Same "/body/document",
            "digest" => Same "/body/text",
            "item" => Among("item") "/body/items",
            "heading" => Among("heading") "/body/items",
            "confirmed_by" => Same "/body/by",
            "confirmed_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "signature_request" as "SELECT q.org, q.id, q.document, q.version, q.signatory, \
            q.appointment, q.requested_by, q.requested_at, q.round, q.record, v.title, v.language, v.text, \
            v.digest, v.change, v.effective_on, v.next_review_on FROM signature_request q \
            LEFT JOIN version v ON v.org = q.org AND v.document = q.document \
              AND v.number = q.version WHERE q.org = $1 AND q.round IS NULL"
        rests on ["signature-requested"] where is_single {
            "id" => Same "/body/request",
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "signatory" => Same "/body/from",
            "appointment" => Same "/body/appointment",
            "requested_by" => Actor "/actor/pid",
            "requested_at" => Moment "/at",
            "title" => Same "/body/title",
            "language" => Same "/body/language",
            "text" => Digested "/body/text",
            "digest" => Same "/body/text",
            "change" => Same "/body/change",
            "effective_on" => Same "/body/effective_on",
            "next_review_on" => Same "/body/next_review_on",
        }
    },
    // A later stage is asked by the answer of the one before it; who sent the text stands in the
    // round.
    kit::reconciled! {
        "signature_request" as "SELECT q.org, q.id, q.document, q.version, q.signatory, \
            q.appointment, q.requested_by, q.requested_at, q.round, q.record, v.title, v.language, v.text, \
            v.digest, v.change, v.effective_on, v.next_review_on FROM signature_request q \
            LEFT JOIN version v ON v.org = q.org AND v.document = q.document \
              AND v.number = q.version WHERE q.org = $1 AND q.round IS NOT NULL"
        rests on ["signature-requested"] where is_in_round {
            "id" => Same "/body/request",
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "signatory" => Same "/body/from",
            "round" => Same "/body/round",
            "appointment" => Same "/body/appointment",
            "requested_at" => Moment "/at",
            "title" => Same "/body/title",
            "language" => Same "/body/language",
            "text" => Digested "/body/text",
            "digest" => Same "/body/text",
            "change" => Same "/body/change",
            "effective_on" => Same "/body/effective_on",
            "next_review_on" => Same "/body/next_review_on",
        }
    },
    kit::reconciled! {
        "signature" rests on ["document-signed"] {
            "request" => Same "/body/request",
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "digest" => Same "/body/text",
            "person" => Same "/body/person",
            "appointment" => Same "/body/appointment",
            "level" => Same "/body/proof/level",
            "method" => Same "/body/method",
            "words" => Same "/body/words",
            "changed_this_year" => Same "/body/changed_this_year",
            "change" => Same "/body/change",
            "delegation" => Same "/body/delegation",
            "passkey" => Credential "/body/proof/credential",
            "signed_at" => Moment "/at",
            ["intent" => Hashed "/body/proof/intent"],
        }
    },
    kit::reconciled! {
        "approval" as "SELECT h.org, h.document, h.version, h.approved_at, h.record, \
            CASE WHEN h.round IS NULL THEN NULL ELSE h.change END AS change \
            FROM approval h WHERE h.org = $1"
        rests on ["document-signed"] where approves {
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "change" => Same "/body/approves",
            "approved_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "approval_round" rests on ["approval-requested"] {
            "id" => Same "/body/round",
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "change" => Same "/body/change",
            "matrix" => Same "/body/matrix",
            "requested_by" => Actor "/actor/pid",
            "requested_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "delegation" rests on ["approval-delegated"] {
            "id" => Same "/body/delegation",
            "delegator" => Same "/body/from",
            "appointment" => Same "/body/appointment",
            "delegate" => Same "/body/to",
            "scope" => Words "/body/scope",
            "first_day" => Same "/body/first_day",
            "last_day" => Same "/body/last_day",
            "reason" => Same "/body/reason",
            "given_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "delegation_end" rests on ["delegation-ended"] {
            "delegation" => Same "/body/delegation",
            "reason" => Same "/body/reason",
            "ended_by" => Actor "/actor/pid",
            "ended_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "review" rests on ["document-reviewed"] {
            "id" => Same "/body/review",
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "outcome" => Same "/body/outcome",
            "reason" => Same "/body/reason",
            "trigger_note" => Same "/body/trigger",
            "next_review_on" => Same "/body/next_review_on",
            "reviewed_by" => Actor "/actor/pid",
            "reviewed_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "refusal" as "SELECT org, request, person, reason, refused_at, record FROM refusal \
            WHERE org = $1 AND outcome = 'declined'"
        rests on ["signature-declined"] {
            "request" => Same "/body/request",
            "person" => Same "/body/person",
            "reason" => Same "/body/reason",
            "refused_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "refusal" as "SELECT f.org, f.person, f.reason, f.refused_at, f.record, q.document, \
            q.version FROM refusal f \
            LEFT JOIN signature_request q ON q.org = f.org AND q.id = f.request \
            WHERE f.org = $1 AND f.outcome <> 'declined'"
        rests on ["document-withdrawn"] where is_of_request {
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "person" => Actor "/actor/pid",
            "reason" => Same "/body/reason",
            "refused_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "question" rests on ["question-asked"] {
            "id" => Same "/body/question",
            "about" => Only "/body/about",
            "asked_by" => Same "/body/person",
            "text" => Same "/body/text",
            "asked_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "answer" rests on ["question-answered"] {
            "question" => Same "/body/question",
            "answered_by" => Same "/body/by",
            "text" => Same "/body/text",
            "answered_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "publication" rests on ["document-published"] {
            "id" => Same "/body/publication",
            "document" => Same "/body/document",
            "version" => Same "/body/version",
            "audience" => Same "/body/audience",
            "due_days" => Same "/body/due_days",
            "published_by" => Actor "/actor/pid",
            "published_at" => Moment "/at",
        }
    },
    kit::reconciled! {
        "withdrawal" rests on ["document-withdrawn"] where is_of_publication {
            "publication" => Same "/body/publication",
            "reason" => Same "/body/reason",
            "withdrawn_by" => Actor "/actor/pid",
            "withdrawn_at" => Moment "/at",
        }
    },
];

/// A request that stands alone.
fn is_single(said: &Value) -> bool {
    said.pointer("/body/round").is_none()
}

/// A request to one of several approvers.
fn is_in_round(said: &Value) -> bool {
    said.pointer("/body/round").is_some()
}

/// A version holds from this signature on: the one of a kind that takes no more, or the last of a
/// round.
fn approves(said: &Value) -> bool {
    let is_policy = said
        .pointer("/body/kind")
        .and_then(Value::as_str)
        .and_then(|kind| kind.parse().ok())
        .is_some_and(DocumentKind::takes_a_round);
    !is_policy || said.pointer("/body/approves").is_some()
}

/// A request was withdrawn, and not a publication.
fn is_of_request(said: &Value) -> bool {
    said.pointer("/body/publication").is_none()
}

/// A publication was withdrawn, and not a request.
fn is_of_publication(said: &Value) -> bool {
    said.pointer("/body/publication").is_some()
}

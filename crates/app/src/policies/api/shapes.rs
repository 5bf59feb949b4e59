//! What programs send and get.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A policy in the list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PolicySummary {
    pub(super) id: String,
    /// `information-security-policy`, `topic-policy`, `guideline` or `approval-matrix`
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) language: String,
    /// The version that is published, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published_version: Option<i64>,
    /// By when it is to be looked at again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) review_on: Option<String>,
}

/// The policies.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PolicyList {
    pub(super) items: Vec<PolicySummary>,
    pub(super) next: Option<String>,
}

/// A policy that is to begin.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyInput {
    pub(super) kind: String,
    pub(super) title: String,
    /// `en` or `de`
    pub(super) language: String,
    /// Markdown.
    pub(super) text: String,
}

/// A policy with its draft and its last round of approval.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PolicyView {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) language: String,
    /// SHA-256 of the draft: what is named to send exactly this text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) draft_sha256: Option<String>,
    /// The duties of the draft, in its order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) draft_duties: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) approval: Option<RoundView>,
}

/// A version before those who approve it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoundView {
    pub(super) id: String,
    pub(super) version: i64,
    /// `open`, `approved`, `refused` or `withdrawn`
    pub(super) state: &'static str,
    pub(super) requested_by: String,
    pub(super) requested_at: String,
    pub(super) steps: Vec<StepView>,
    pub(super) duties: Vec<DutyView>,
}

/// One approver of a round.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StepView {
    pub(super) stage: i64,
    /// How many of this stage must approve.
    pub(super) quorum: i64,
    pub(super) person: String,
    pub(super) name: String,
    pub(super) appointment: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) delegation: Option<String>,
    /// `later`, `open`, `approved`, `refused`, `withdrawn` or `not-needed`
    pub(super) state: &'static str,
}

/// A duty of the text, and what it takes.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DutyView {
    pub(super) duty: String,
    /// `resourced`, `needs-none` or `risk-accepted`
    pub(super) resourcing: String,
    pub(super) because: String,
    /// `YYYY-MM-DD`, for a risk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) until: Option<String>,
}

/// A draft that is to be approved.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundInput {
    /// SHA-256 of the draft that is meant.
    pub(super) draft_sha256: String,
    pub(super) stages: Vec<StageInput>,
    pub(super) effective_on: String,
    pub(super) next_review_on: String,
    pub(super) due_on: String,
    /// `material` or `editorial`, as the sender sees it.
    pub(super) change: String,
    /// Every duty of the text, in its order.
    pub(super) duties: Vec<DutyView>,
}

/// Those who are asked together.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StageInput {
    pub(super) quorum: u32,
    pub(super) approvers: Vec<ApproverInput>,
}

/// Somebody who is to approve, by an office.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ApproverInput {
    pub(super) person: String,
    pub(super) appointment: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) delegation: Option<String>,
}

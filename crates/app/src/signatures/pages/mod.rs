//! The pages of signing, of its receipt, and of answering in words.

mod asked;
mod passkey;
mod receipt;
pub(super) mod said;
mod sign;
mod words;

use crate::identity::Role;
use crate::shell::{Access, Routes};

/// Who takes requests back and answers questions.
const DIRECTING: Access = Access::Any(Role::DIRECTING);

pub fn routes() -> Routes {
    Routes::default()
        .get("/signatures/{request}", Access::SignedIn, sign::show)
        .post("/signatures/{request}", Access::SignedIn, sign::sign)
        .post(
            "/signatures/{request}/options",
            Access::SignedIn,
            passkey::options,
        )
        .get(
            "/signatures/{request}/receipt",
            Access::SignedIn,
            receipt::show,
        )
        .get(
            "/signatures/{request}/receipt/proof",
            Access::SignedIn,
            receipt::proof,
        )
        .get(
            "/signatures/{request}/receipt/text",
            Access::SignedIn,
            receipt::text,
        )
        .get(
            "/signatures/{request}/decline",
            Access::SignedIn,
            words::refusal,
        )
        .post(
            "/signatures/{request}/decline",
            Access::SignedIn,
            words::decline,
        )
        .get(
            "/signatures/{request}/questions",
            Access::SignedIn,
            words::question,
        )
        .post(
            "/signatures/{request}/questions",
            Access::SignedIn,
            words::ask,
        )
        .post(
            "/signatures/{request}/withdrawal",
            DIRECTING,
            words::withdraw,
        )
        .post("/questions/{question}/answer", DIRECTING, words::answer)
}

//! What pages and programs send to each address that changes something: complete enough to be
//! understood, and refused for what it says, so that asking again and again changes nothing.

use app::shell::Method;
use reqwest::RequestBuilder;
use testkit::Client;

use Body::{Form, Json, Upload};

/// A body that a request carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    Nothing,
    Form(&'static [(&'static str, &'static str)]),
    Json(&'static str),
    /// Fields beside a file.
    Upload(&'static [(&'static str, &'static str)]),
}

/// A digest of nothing that anybody was shown.
const ZERO: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What is sent to each address that takes something.
#[rustfmt::skip]
const BODIES: &[(&str, Body)] = &[
    ("/acknowledgements/{publication}", Form(&[("shown", ZERO), ("language", "en")])),
    ("/acknowledgements/{publication}/decline", Form(&[("text", " ")])),
    (
        "/declinings/{declining}/decisions",
        Form(&[("decision", "spoken-with"), ("words", " ")]),
    ),
    ("/acknowledgements/{publication}/questions", Form(&[("text", " ")])),
    ("/api/v1/people", Json(r#"{"name": " "}"#)),
    ("/api/v1/people/{person}", Json(r#"{"name": " "}"#)),
    ("/packs", Form(&[("as_of", "2099-01-01")])),
    ("/parameters/{key}", Form(&[("value", "x"), ("reason", " ")])),
    ("/api/v1/policies", Json(r#"{"kind": "topic-policy", "title": " ", "language": "en", "text": "x"}"#)),
    (
        "/api/v1/policies/{document}/approvals",
        Json(r#"{"draft_sha256": "0000000000000000000000000000000000000000000000000000000000000000", "stages": [], "effective_on": "2026-03-10", "next_review_on": "2027-03-10", "due_on": "2026-03-24", "change": "material", "duties": []}"#),
    ),
    ("/delegations", Form(&[("appointment", ""), ("reason", " ")])),
    ("/delegations/{delegation}/end", Form(&[("reason", " ")])),
    ("/passkeys", Form(&[("credential", "{}"), ("name", "Phone")])),
    ("/passkeys/options", Json("{}")),
    ("/passkeys/{id}/confirm", Form(&[("how", " ")])),
    ("/passkeys/{id}/name", Form(&[("name", "Phone")])),
    ("/passkeys/{id}/revoke", Form(&[("reason", " ")])),
    ("/people", Form(&[("name", " "), ("day", "2026-03-10")])),
    ("/people/import", Upload(&[("note", "no file")])),
    ("/people/import/{file}", Form(&[("plan", ZERO), ("complete", "no")])),
    ("/people/import/{file}/columns", Form(&[("column.0", "email")])),
    ("/people/imports/{import}/undo", Form(&[("reason", " ")])),
    ("/people/{person}", Form(&[("name", " "), ("day", "2026-03-10")])),
    ("/people/{person}/address", Form(&[("answer", "perhaps")])),
    ("/people/{person}/leaving", Form(&[("day", "never")])),
    ("/policies", Form(&[("title", " "), ("kind", "topic-policy"), ("language", "en")])),
    ("/policies/import", Upload(&[("note", "no file")])),
    ("/policies/{document}/approval", Form(&[("shown", ZERO)])),
    ("/policies/{document}/draft", Form(&[("text", "x"), ("started_from", ZERO), ("then", "save")])),
    ("/policies/{document}/publications/{publication}/withdrawal", Form(&[("reason", " ")])),
    ("/policies/{document}/review", Form(&[("shown", ZERO)])),
    ("/policies/{document}/versions/{number}/publication", Form(&[("shown", ZERO), ("due_days", "14")])),
    ("/preferences/language", Form(&[("language", "en")])),
    ("/preferences/theme", Form(&[("theme", "light")])),
    ("/preferences/tokens", Form(&[("name", " "), ("days", "30")])),
    ("/publications/{publication}/reminders", Form(&[("stop", "true"), ("reason", " ")])),
    ("/questions/{question}/answer", Form(&[("text", " ")])),
    ("/roles", Form(&[("person", ""), ("role", "administrator")])),
    ("/roles/{grant}/end", Form(&[("reason", " ")])),
    ("/setup/people", Form(&[("since", "never")])),
    ("/setup/top-management", Form(&[("since", "never")])),
    ("/setup/{token}", Form(&[("organisation", "Birch")])),
    ("/sign-in", Form(&[("email", "nobody")])),
    ("/sign-in/code", Form(&[("code", "000000")])),
    ("/sign-in/organisation", Form(&[("organisation", "org_0")])),
    ("/sign-in/passkey", Form(&[("assertion", "{}")])),
    ("/sign-in/passkey/options", Json("{}")),
    ("/signatures/{request}", Form(&[("shown", ZERO), ("language", "en"), ("without_passkey", "yes")])),
    ("/signatures/{request}/decline", Form(&[("shown", ZERO), ("reason", " ")])),
    ("/signatures/{request}/options", Json(r#"{"shown": "0000000000000000000000000000000000000000000000000000000000000000"}"#)),
    ("/signatures/{request}/questions", Form(&[("text", " ")])),
    ("/signatures/{request}/withdrawal", Form(&[("reason", " ")])),
    ("/statements", Form(&[("title", "Another"), ("language", "en")])),
    ("/statements/{document}/contents", Form(&[("shown", ZERO)])),
    ("/statements/{document}/draft", Form(&[("text", "x"), ("started_from", ZERO), ("then", "save")])),
    ("/statements/{document}/publications/{publication}/withdrawal", Form(&[("reason", " ")])),
    ("/statements/{document}/request", Form(&[("shown", ZERO)])),
    ("/statements/{document}/versions/{number}/publication", Form(&[("shown", ZERO), ("due_days", "14")])),
    ("/top-management", Upload(&[("person", "")])),
    ("/top-management/{appointment}/relief", Form(&[("until", "never"), ("reason", " ")])),
    ("/verify", Upload(&[("note", "no file")])),
];

/// What is sent to an address.
pub(crate) fn body(method: Method, path: &str) -> Body {
    let found = BODIES.iter().find(|(known, _)| *known == path);
    found
        .filter(|_| method != Method::Get)
        .map_or(Body::Nothing, |(_, body)| *body)
}

/// A request with its usual body to an address whose ids are filled in.
pub(crate) fn request(who: &Client, method: Method, path: &str, at: &str) -> RequestBuilder {
    let verb = method
        .word()
        .parse()
        .expect("our methods are those of HTTP");
    let request = who.request(verb, at);
    match body(method, path) {
        Body::Nothing if method == Method::Get => request,
        Body::Nothing => request.form(&[("", "")]),
        Body::Form(fields) => request.form(fields),
        Body::Json(text) => request
            .header("content-type", "application/json")
            .body(text),
        Body::Upload(fields) => {
            let mut form = reqwest::multipart::Form::new();
            for (name, value) in fields {
                form = form.text(*name, *value);
            }
            request.multipart(form)
        }
    }
}

//! What no page of ours sends: each gets a sentence and leaves nothing behind.

use anyhow::{Result, ensure};
use app::shell::{Access, Method};
use reqwest::{RequestBuilder, StatusCode};
use testkit::{Client, Firm, Reply, on_each_engine};

use crate::everything::{Everything, Reader, colleagues, fill};
use crate::requests::{Body, body};
use crate::statements::steps::TEXT;

on_each_engine! {
    async fn a_body_that_makes_no_sense_is_refused_everywhere(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let before = firm.records().await?;
        for (method, path, who) in addresses(&firm, &all).await? {
            for (what, spoilt) in spoilt(body(method, path)) {
                let bare = who.request(method.word().parse()?, &all.at(path));
                let sent = who.send(spoilt(bare)).await;
                // The server may hang up before all of a body that is too large has arrived.
                let Ok(reply) = sent else { continue };
                refused(&reply).map_err(|e| e.context(format!("{} {path}: {what}", method.word())))?;
            }
        }
        assert_eq!(firm.records().await?, before, "nothing is recorded");
    }

    async fn a_hundred_thousand_characters_are_too_many(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let before = firm.records().await?;
        let (long, shown) = ("x".repeat(100_000), kit::Digest::of(TEXT).to_string());
        for (who, path, name, others) in LONG {
            let who = person(&firm, who);
            let mut fields: Vec<(&str, &str)> = vec![(name, &long), ("shown", &shown)];
            fields.extend(others.iter().filter(|(other, _)| other != name));
            let reply = match *path {
                "/top-management" => who.upload(path, "a.pdf", b"%PDF".to_vec(), &fields).await?,
                path => who.post(&all.at(path), &fields).await?,
            };
            refused(&reply).map_err(|e| e.context(format!("{path}: {name}")))?;
            assert!(!reply.text().contains("The request has a mistake"), "{path}: {name} is refused for what it is");
        }
        assert_eq!(firm.records().await?, before, "nothing is recorded");
    }

    async fn a_name_in_an_address_that_is_none_is_not_there(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let strange = ["%00", "%ED%A0%80", "%FF", "..%2f..", "%F0%9F%92%A3", "-1", "9999999999999999999999", "'%20or%201=1--", &"x".repeat(5_000)];
        for (method, path, who) in addresses_of(&firm, &all, |method, path| method == Method::Get && path.contains('{')).await? {
            for name in strange {
                let reply = who.send(who.request(method.word().parse()?, &fill(path, |_| name.to_owned()))).await?;
                let at = format!("{path} with {name}");
                refused(&reply).map_err(|e| e.context(at))?;
            }
        }
    }

    async fn a_question_in_an_address_that_makes_no_sense_breaks_nothing(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let strange = ["%00", "%ED%A0%80", "-1", "99999999999999999999", "9999-12-31", "-009999-01-01", "%25%27%E2%80%AE", &"x".repeat(7_000)];
        for (path, names) in QUESTIONS {
            let who = user(&colleagues(&firm, &all).await?, &all, Method::Get, path).await?;
            for name in names.split(' ') {
                for value in strange {
                    let reply = who.get(&format!("{}?{name}={value}", all.at(path))).await?;
                    ensure!(!reply.status.is_server_error(), "{path}?{name}={value}: {}", reply.status);
                    if reply.status.is_client_error() {
                        refused(&reply).map_err(|e| e.context(format!("{path}?{name}={value}")))?;
                    }
                }
            }
        }
    }
}

fn person<'a>(firm: &'a Firm, who: &str) -> &'a Client {
    match who {
        "cfo" => &firm.cfo,
        "infosec" => &firm.infosec,
        "hr" => &firm.hr,
        "admin" => &firm.admin,
        "employee" => &firm.employee,
        _ => &firm.anon,
    }
}

type Fields = &'static [(&'static str, &'static str)];

const JOINING: Fields = &[("name", "Ada Lovelace"), ("day", "2026-03-10")];
const OFFICE: Fields = &[
    ("person", "ceo@acme.example"),
    ("body", "Board"),
    ("capacity", "Chair"),
    ("from", "2026-03-10"),
    ("basis", "Minute 8"),
    ("meaning", "iso-top-management"),
];

/// Every field that holds words of somebody's own: who fills it in, where, and what else is
/// filled in so that nothing but its length is wrong.
#[rustfmt::skip]
const LONG: &[(&str, &str, &str, Fields)] = &[
    ("admin", "/roles/{grant}/end", "reason", &[]),
    ("cfo", "/parameters/{key}", "reason", &[("value", "11")]),
    ("cfo", "/signatures/{request}", "changed_this_year", &[("language", "en"), ("without_passkey", "yes")]),
    ("cfo", "/signatures/{request}/decline", "reason", &[]),
    ("cfo", "/signatures/{request}/questions", "text", &[]),
    ("employee", "/acknowledgements/{publication}/decline", "text", &[]),
    ("employee", "/acknowledgements/{publication}/questions", "text", &[]),
    ("employee", "/passkeys/{id}/name", "name", &[]),
    ("infosec", "/declinings/{declining}/decisions", "words", &[("decision", "spoken-with")]),
    ("employee", "/passkeys/{id}/revoke", "reason", &[]),
    ("employee", "/preferences/tokens", "name", &[("days", "30")]),
    ("hr", "/people", "email", JOINING),
    ("hr", "/people", "manager", JOINING),
    ("hr", "/people", "name", &[("day", "2026-03-10")]),
    ("hr", "/people", "number", JOINING),
    ("hr", "/people", "title", JOINING),
    ("hr", "/people", "unit", JOINING),
    ("hr", "/people/imports/{import}/undo", "reason", &[]),
    ("infosec", "/passkeys/{id}/confirm", "how", &[]),
    ("infosec", "/publications/{publication}/reminders", "reason", &[("stop", "true")]),
    ("infosec", "/questions/{question}/answer", "text", &[]),
    ("infosec", "/signatures/{request}/withdrawal", "reason", &[]),
    ("infosec", "/statements", "title", &[("language", "en")]),
    ("infosec", "/statements/{document}/publications/{publication}/withdrawal", "reason", &[]),
    ("infosec", "/top-management", "basis", OFFICE),
    ("infosec", "/top-management", "body", OFFICE),
    ("infosec", "/top-management", "capacity", OFFICE),
    ("infosec", "/top-management/{appointment}/relief", "reason", &[("until", "2026-03-10")]),
    ("nobody", "/sign-in", "email", &[]),
];

/// The names that each list and form asks for in its address.
const QUESTIONS: &[(&str, &str)] = &[
    ("/api/v1/packs", "cursor limit"),
    ("/api/v1/people", "name unit status as-of cursor limit"),
    (
        "/api/v1/publications/{publication}/acknowledgements",
        "standing unit cursor limit",
    ),
    ("/api/v1/statements", "cursor limit"),
    ("/api/v1/top-management", "as-of"),
    ("/log", "type day before"),
    ("/operations/jobs", "state before"),
    ("/operations/letters", "before"),
    ("/passkeys/everybody", "after"),
    ("/people", "q unit status as-of after"),
    ("/people/import/{file}/check", "complete from"),
    ("/people/{person}", "as-of before"),
    ("/policies/new", "kind"),
    ("/policies/{document}/compare", "from to"),
    ("/publications/{publication}/people", "standing unit after"),
    (
        "/publications/{publication}/people.csv",
        "standing unit after",
    ),
    ("/readiness", "as-of"),
    ("/roles", "after"),
    ("/roles/new", "q"),
    ("/sign-in", "next"),
    ("/statements/{document}/compare", "from to"),
    ("/team", "after"),
    ("/top-management", "as-of"),
];

type Spoil = Box<dyn Fn(RequestBuilder) -> RequestBuilder>;

/// The ways in which a body of a kind makes no sense.
fn spoilt(body: Body) -> Vec<(String, Spoil)> {
    match body {
        // Takes nothing, whatever is sent along.
        Body::Nothing => vec![],
        Body::Form(fields) => spoilt_forms(fields),
        Body::Json(text) => spoilt_json(text),
        Body::Upload(_) => spoilt_uploads(),
    }
}

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

fn raw(what: &str, media: &'static str, bytes: Vec<u8>) -> (String, Spoil) {
    let spoil =
        move |request: RequestBuilder| request.header("content-type", media).body(bytes.clone());
    (what.to_owned(), Box::new(spoil))
}

fn spoilt_forms(fields: &'static [(&'static str, &'static str)]) -> Vec<(String, Spoil)> {
    let mut spoilt = vec![
        raw("JSON", JSON, b"{}".to_vec()),
        raw("no form at all", "text/plain", b"a=b".to_vec()),
        raw("too large", FORM, huge()),
    ];
    let nonsense = ["%00", "%ED%A0%80", "%FF", "\u{fffd}\u{0}"];
    for (name, _) in fields {
        for value in nonsense {
            let others = fields.iter().filter(|(other, _)| other != name);
            let mut form: Vec<String> = others.map(|(n, v)| format!("{n}={v}")).collect();
            form.push(format!("{name}={value}"));
            let what = format!("{name}={}", value.escape_default());
            spoilt.push(raw(&what, FORM, form.join("&").into_bytes()));
        }
    }
    spoilt
}

fn spoilt_json(usual: &'static str) -> Vec<(String, Spoil)> {
    if usual == "{}" {
        // Asks for nothing, so that nothing is read.
        return vec![];
    }
    let name = usual.split('"').nth(1).unwrap_or_default();
    let deep = "[".repeat(100_000);
    let mut spoilt = vec![
        raw("a form", FORM, b"name=x".to_vec()),
        raw("not UTF-8", JSON, b"{\"\xff\": 1}".to_vec()),
        raw("too large", JSON, huge()),
        raw("deep", JSON, deep.clone().into_bytes()),
    ];
    for text in [
        "",
        "{",
        "[]",
        "null",
        "1",
        "\"x\"",
        "{}{}",
        "NaN",
        "{\"a\": 1e999}",
    ] {
        spoilt.push(raw(text, JSON, text.as_bytes().to_vec()));
    }
    let values = [
        "1",
        "null",
        "true",
        "[]",
        "{\"a\": 1}",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"\u{0}\"",
        &deep,
    ];
    for value in values {
        let text = format!("{{\"{name}\": {value}}}");
        let what: String = text.chars().take(40).collect();
        spoilt.push(raw(&what, JSON, text.into_bytes()));
    }
    let long = format!("{{\"{name}\": \"{}\"}}", "x".repeat(100_000));
    spoilt.push(raw("100,000 characters", JSON, long.into_bytes()));
    spoilt
}

fn spoilt_uploads() -> Vec<(String, Spoil)> {
    const BOUNDED: &str = "multipart/form-data; boundary=x";
    let part = |head: &str, rest: &str| {
        format!("--x\r\ncontent-disposition: form-data; {head}\r\n\r\n{rest}").into_bytes()
    };
    vec![
        raw("a form", FORM, b"a=b".to_vec()),
        raw("JSON", JSON, b"{}".to_vec()),
        raw("no boundary", "multipart/form-data", b"--x--".to_vec()),
        raw("empty", BOUNDED, vec![]),
        raw(
            "cut off",
            BOUNDED,
            part("name=\"file\"; filename=\"a\"", "abc"),
        ),
        raw("NUL", BOUNDED, part("name=\"person\"", "a\0b\r\n--x--\r\n")),
        raw("not text", BOUNDED, part("name", "\r\n--x--\r\n")),
    ]
}

/// More than any form of ours.
fn huge() -> Vec<u8> {
    format!("text={}", "x".repeat(2 * 1024 * 1024)).into_bytes()
}

/// Somebody who may use the address, and for whom the things in it are there.
async fn user(
    all: &[Reader],
    things: &Everything,
    method: Method,
    path: &'static str,
) -> Result<Client> {
    let table = app::routes().table();
    let access = table.iter().find(|(m, p, _)| (*m, *p) == (method, path));
    let (_, _, access) = access.expect("an address of ours");
    for reader in all {
        if *access == Access::Public {
            return reader.asks_at(path).await;
        }
        if !reader.may(*access) {
            continue;
        }
        let usual = reader.asks(method, path, &things.at(path)).await?;
        if usual.status != StatusCode::NOT_FOUND {
            return reader.asks_at(path).await;
        }
    }
    anyhow::bail!("nobody may use {path}")
}

/// Every address that takes something, with somebody who may use it.
async fn addresses(firm: &Firm, all: &Everything) -> Result<Vec<(Method, &'static str, Client)>> {
    addresses_of(firm, all, |method, path| {
        body(method, path) != Body::Nothing
    })
    .await
}

async fn addresses_of(
    firm: &Firm,
    all: &Everything,
    wanted: fn(Method, &str) -> bool,
) -> Result<Vec<(Method, &'static str, Client)>> {
    // What stands in the way of nobody: the demonstration's, which are not there.
    const ELSEWHERE: [&str; 6] = [
        "/demo/as/{who}",
        "/demo/outbox/{letter}",
        "/acknowledgements/{publication}/receipt",
        "/acknowledgements/{publication}/receipt/proof",
        "/signatures/{request}/receipt/proof",
        "/signatures/{request}/receipt/text",
    ];
    let colleagues = colleagues(firm, all).await?;
    let mut addresses = Vec::new();
    for (method, path, _) in app::routes().table() {
        if wanted(method, path) && !ELSEWHERE.contains(&path) {
            let who = user(&colleagues, all, method, path).await?;
            addresses.push((method, path, who));
        }
    }
    Ok(addresses)
}

/// A 4xx that says something to whoever reads it.
fn refused(reply: &Reply) -> Result<()> {
    let text = reply.text();
    ensure!(
        reply.status.is_client_error(),
        "{}: {}",
        reply.status,
        text.chars().take(2_000).collect::<String>()
    );
    let media = reply.headers.get("content-type");
    let media = media
        .and_then(|media| media.to_str().ok())
        .unwrap_or_default();
    if media.starts_with("text/html") {
        ensure!(text.contains("<h1>"), "a page without a heading: {text}");
        return Ok(());
    }
    ensure!(
        media == "application/problem+json",
        "{} {media}: {text}",
        reply.status
    );
    let detail = reply.json()?["detail"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    ensure!(detail.len() > 10, "no sentence: {text}");
    Ok(())
}

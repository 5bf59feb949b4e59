//! People and the register as programs meet them.

use reqwest::{Method, StatusCode};
use serde_json::json;
use testkit::on_each_engine;

const PEOPLE: &str = "/api/v1/people";

on_each_engine! {
    async fn people_are_listed_page_by_page(firm: Firm) {
        let hr = firm.program("hr").await?;
        let first = hr.get("/api/v1/people?limit=5").await?.ok()?;
        let link = first.headers["link"].to_str()?.to_owned();
        let page = first.json()?;
        assert_eq!(page["items"].as_array().map(Vec::len), Some(5));
        assert_eq!(page["items"][0]["name"], "Dana Reyes");
        let next = link.trim_start_matches('<').split('>').next().unwrap();
        let second = hr.get(next).await?.ok()?;
        assert_eq!(second.json()?["items"].as_array().map(Vec::len), Some(3));
        assert!(second.headers.get("link").is_none());
    }

    async fn asking_twice_with_one_key_makes_one_person(firm: Firm) {
        let hr = firm.program("hr").await?;
        let body = json!({"name": "Ada Lovelace", "email": "ada@acme.example"});
        let ask = || hr.request(Method::POST, PEOPLE).header("idempotency-key", "k1").json(&body);
        let first = hr.send(ask()).await?;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
        let again = hr.send(ask()).await?;
        assert_eq!((again.status, again.json()?), (StatusCode::CREATED, first.json()?));
        assert_eq!(again.headers["idempotency-replayed"], "true");
        let other = json!({"name": "Bo", "email": "bo@acme.example"});
        let other = hr.request(Method::POST, PEOPLE).header("idempotency-key", "k1").json(&other);
        assert_eq!(hr.send(other).await?.status, StatusCode::UNPROCESSABLE_ENTITY);
        hr.get(first.headers["location"].to_str()?).await?.ok()?;
    }

    async fn nobody_overwrites_what_changed_meanwhile(firm: Firm) {
        let hr = firm.program("hr").await?;
        let sam = format!("{PEOPLE}/{}", firm.id("employee"));
        let known = hr.get(&sam).await?.ok()?;
        let tag = known.headers["etag"].to_str()?.to_owned();
        let change = |unit: &str| hr.request(Method::PATCH, &sam).header("if-match", &tag).json(&json!({"unit": unit}));
        let changed = hr.send(change("Service")).await?.ok()?;
        assert_eq!(changed.json()?["unit"], "Service");
        assert_eq!(hr.send(change("Optics")).await?.status, StatusCode::PRECONDITION_FAILED);
        let fresh = hr.request(Method::GET, &sam).header("if-none-match", changed.headers["etag"].clone());
        assert_eq!(hr.send(fresh).await?.status, StatusCode::NOT_MODIFIED);
    }

    async fn null_takes_a_fact_away_and_silence_does_not(firm: Firm) {
        let hr = firm.program("hr").await?;
        let sam = format!("{PEOPLE}/{}", firm.id("employee"));
        let patch = hr.request(Method::PATCH, &sam).json(&json!({"title": null}));
        let after = hr.send(patch).await?.ok()?.json()?;
        assert!(after.get("title").is_none());
        assert_eq!(after["unit"], "Sales");
    }

    async fn refusals_are_problem_documents(firm: Firm) {
        let hr = firm.program("hr").await?;
        let employee = firm.program("employee").await?;
        let taken = hr.post_json(PEOPLE, &json!({"name": "X", "email": "ceo@acme.example"})).await?;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(taken.headers["content-type"], "application/problem+json");
        assert_eq!(taken.json()?["detail"], "Somebody else already has this e-mail address.");
        for nonsense in [json!([]), json!({"name": 7}), json!({"name": "X", "wat": 1}), json!({"name": "X\u{0}"}), json!({"name": "X", "manager": "ceo"})] {
            assert_eq!(hr.post_json(PEOPLE, &nonsense).await?.status, StatusCode::BAD_REQUEST, "{nonsense}");
        }
        for path in ["?limit=0", "?limit=x", "?cursor=x", "?status=x", "?as-of=x", "?wat=1"] {
            assert_eq!(hr.get(&format!("{PEOPLE}{path}")).await?.status, StatusCode::BAD_REQUEST, "{path}");
        }
        assert_eq!(hr.get("/api/v1/people/per_x").await?.status, StatusCode::NOT_FOUND);
        assert_eq!(employee.get(PEOPLE).await?.status, StatusCode::FORBIDDEN);
    }

    async fn the_external_auditor_gets_no_names(firm: Firm) {
        let auditor = firm.program("auditor").await?;
        let page = auditor.get(PEOPLE).await?.ok()?.text();
        assert!(!page.contains("Okoro") && !page.contains("@") && page.contains("Sales"));
    }

    async fn the_register_is_readable_as_at_a_day(firm: Firm) {
        let auditor = firm.program("auditor").await?;
        let register = auditor.get("/api/v1/top-management?as-of=2026-03-01").await?.ok()?.json()?;
        assert_eq!(register["items"].as_array().map(Vec::len), Some(2));
        let before = auditor.get("/api/v1/top-management?as-of=2020-03-01").await?.ok()?.json()?;
        assert_eq!(before["items"].as_array().map(Vec::len), Some(0));
    }

    async fn the_interface_describes_itself(firm: Firm) {
        let described = firm.anon.get("/api/v1/openapi.json").await?.ok()?.json()?;
        assert_eq!(described["openapi"], "3.1.0");
        assert!(described["paths"]["/api/v1/people"]["post"].is_object());
        assert!(described["components"]["schemas"]["ProblemDocument"].is_object());
    }
}

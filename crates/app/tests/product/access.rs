//! Who may use which address: every address against every role, asked through HTTP.
//!
//! The list is reviewed line by line when it changes. 2xx and 3xx is yes; 400 and 422 is yes as
//! well, for somebody whose request then says something wrong; 401 asks to sign in, 403 is
//! another role's page, 404 is not there for this reader. What another organisation has is not
//! there for anybody, byte for byte as if it had never been.

use std::fmt::Write;

use anyhow::Result;
use testkit::{Firm, on_each_engine};

use crate::everything::{Everything, colleagues, everybody, fill, unknown};

on_each_engine! {
    async fn every_address_is_for_the_roles_of_the_list(firm: Firm) {
        let all = Everything::of(&firm).await?;
        let table = table(&firm, &all).await?;
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("addresses_and_roles", table);
        });
    }

    async fn what_another_firm_has_is_not_there(firm: Firm) {
        let (own, theirs) = (Everything::of(&firm).await?, Everything::of(&firm.beside("Birch").await?).await?);
        for reader in colleagues(&firm, &own).await? {
            for (method, path, access) in app::routes().table() {
                if !reader.may(access) {
                    continue;
                }
                for strange in strange_names(path) {
                    let at = |other: &dyn Fn(&str) -> String| fill(path, |name| match strange.contains(&name) {
                        true => other(name),
                        false => own.id(path, name),
                    });
                    let foreign = reader.asks(method, path, &at(&|name| theirs.id(path, name))).await?;
                    let never = reader.asks(method, path, &at(&|name| unknown(&own.id(path, name)))).await?;
                    let what = format!("{} {path} with another firm's {strange:?}, for the {}", method.word(), reader.name);
                    assert_eq!(foreign.status, 404, "{what}: {}", foreign.text());
                    assert_eq!(foreign.text(), never.text(), "{what}");
                    assert_eq!(foreign.headers.len(), never.headers.len(), "{what}");
                }
            }
        }
    }

    async fn nobody_of_another_firm_is_drawn_in(firm: Firm) {
        let other = firm.beside("Birch").await?;
        let stranger = other.id("employee").to_string();
        let sam = format!("/people/{}", firm.id("employee"));
        let everything = Everything::of(&firm).await?;
        let request = everything.at("/statements/{document}/request");
        let shown = kit::Digest::of(crate::statements::steps::TEXT).to_string();
        let before = firm.records().await?;
        let drawn_in = [
            firm.hr.post("/people", &[("name", "Bo"), ("day", "2026-03-10"), ("manager", &stranger)]).await?,
            firm.hr.post(&sam, &[("name", "Sam Okoro"), ("day", "2026-03-10"), ("manager", &stranger)]).await?,
            firm.infosec.post(&request, &[("shown", &shown), ("signatory", &stranger), ("effective_on", "2026-03-10"),
                ("next_review_on", "2027-03-10"), ("due_on", "2026-03-17"), ("change", "material")]).await?,
            firm.admin.post("/roles", &[("person", &stranger), ("role", "human-resources"), ("from", "2026-03-10")]).await?,
            firm.infosec.upload("/top-management", "a.pdf", b"%PDF".to_vec(), &[("person", &stranger), ("body", "Board"),
                ("capacity", "Chair"), ("from", "2026-03-10"), ("basis", "Minute"), ("meaning", "iso-top-management")]).await?,
            firm.program("hr").await?.post_json("/api/v1/people", &serde_json::json!({"name": "Bo", "manager": stranger})).await?,
        ];
        for (number, reply) in drawn_in.iter().enumerate() {
            assert!(reply.status.is_client_error(), "{number}: {} {}", reply.status, reply.text());
        }
        firm.manager.post("/team/nudges", &[("person", &stranger)]).await?.refused()?;
        assert_eq!(firm.records().await?, before);
    }
}

async fn table(firm: &Firm, all: &Everything) -> Result<String> {
    let other = firm.beside("Birch").await?;
    let readers = everybody(firm, all, &other).await?;
    let mut table = String::new();
    for (at, reader) in readers.iter().enumerate() {
        writeln!(table, "{:>78}{} {}", "", "   |".repeat(at), reader.name)?;
    }
    for (method, path, _) in app::routes().table() {
        write!(table, "{:<6} {:<70}", method.word(), stable(path))?;
        // The owner of a thing comes last, so that whatever ends it was there for everybody else.
        let mut answers = vec![0; readers.len()];
        for (place, reader) in readers.iter().enumerate().rev() {
            let reply = reader.asks(method, path, &all.at(path)).await?;
            answers[place] = reply.status.as_u16();
        }
        for answer in answers {
            write!(table, " {answer}")?;
        }
        writeln!(table)?;
    }
    Ok(table)
}

/// Style and script are named by what is in them.
fn stable(path: &str) -> String {
    match (path.strip_prefix("/assets/"), path.rsplit_once('.')) {
        (Some(_), Some((_, kind))) => format!("/assets/….{kind}"),
        _ => path.to_owned(),
    }
}

/// Each choice of names in an address that stand for something of a firm: one, the other, both.
fn strange_names(path: &'static str) -> Vec<Vec<&'static str>> {
    // Numbers, rules and thresholds are the same in every firm.
    const SHARED: [&str; 5] = ["number", "index", "rule", "key", "who"];
    let names = path
        .split('{')
        .skip(1)
        .filter_map(|part| part.split('}').next());
    let names: Vec<&str> = names.filter(|name| !SHARED.contains(name)).collect();
    match names[..] {
        [] => vec![],
        [only] => vec![vec![only]],
        _ => {
            let mut choices: Vec<Vec<&str>> = names.iter().map(|name| vec![*name]).collect();
            choices.push(names);
            choices
        }
    }
}

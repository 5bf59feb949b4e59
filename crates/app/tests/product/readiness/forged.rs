//! Whoever holds the database writes what suits them; reading the log again names it.

use anyhow::{Context, Result};
use app::readiness::Finding;
use kit::args;
use kit::db::{Args, Sql};
use rules::State;
use testkit::{Engine, Firm, on_each_engine};

use super::arrange::{acknowledge, statement};

/// Tests that leave a firm behind of which something is not true: nobody checks it afterwards.
macro_rules! forgeries {
    ($(async fn $name:ident($firm:ident: Firm) $body:block)+) => {$(
        #[tokio::test]
        async fn $name() -> Result<()> {
            for engine in [Engine::Sqlite, Engine::Postgres] {
                let $firm = testkit::firm(engine).await?;
                $body
            }
            Ok(())
        }
    )+};
}

on_each_engine! {
    async fn nothing_that_people_do_differs_from_its_records(firm: Firm) {
        acknowledged(&firm).await?;
        assert_eq!(reread(&firm).await?, Finding::Intact);
    }
}

forgeries! {
    async fn an_acknowledgement_that_borrows_the_record_of_another_is_no_evidence(firm: Firm) {
        acknowledged(&firm).await?;
        forge(
            &firm,
            "INSERT INTO acknowledgement (org, publication, person, id, digest, level, method, \
             words, language, acknowledged_at, record) \
             SELECT org, publication, $1, id, digest, level, method, words, language, \
             acknowledged_at, record FROM acknowledgement WHERE person = $2",
            args![firm.id("employee"), firm.id("infosec")],
        ).await?;
        names(&firm, "acknowledgement.person").await?;
    }

    async fn an_acknowledgement_without_a_record_is_no_evidence(firm: Firm) {
        acknowledged(&firm).await?;
        let any = "(SELECT MIN(id) FROM record WHERE type = 'log-started')";
        let forged = format!(
            "INSERT INTO acknowledgement (org, publication, person, id, digest, level, method, \
             words, language, acknowledged_at, record) \
             SELECT org, publication, $1, id, digest, level, method, words, language, \
             acknowledged_at, {any} FROM acknowledgement WHERE person = $2",
        );
        forge(
            &firm,
            Box::leak(forged.into_boxed_str()) as &'static str,
            args![firm.id("employee"), firm.id("infosec")],
        ).await?;
        let found = reread(&firm).await?;
        assert_eq!(found, Finding::Unrecorded { what: "acknowledgement".to_owned() });
    }

    async fn a_later_day_for_somebody_late_is_named(firm: Firm) {
        acknowledged(&firm).await?;
        let later = "UPDATE assignment SET due_on = '2027-12-31' WHERE person = $1";
        forge(&firm, later, args![firm.id("cfo")]).await?;
        names(&firm, "assignment.due_on").await?;
    }

    async fn somebody_taken_off_the_list_of_those_asked_is_missed(firm: Firm) {
        acknowledged(&firm).await?;
        for table in ["reminder", "assignment"] {
            let sql: &'static str = match table {
                "reminder" => "DELETE FROM reminder WHERE person = $1",
                _ => "DELETE FROM assignment WHERE person = $1",
            };
            forge(&firm, sql, args![firm.id("cfo")]).await?;
        }
        names(&firm, "assignment.person").await?;
    }

    async fn a_role_that_nobody_granted_is_named(firm: Firm) {
        forge(
            &firm,
            "INSERT INTO role_grant (org, id, person, role, from_on, granted_by, granted_at, record) \
             SELECT org, 'grt_00000000000000000000000000', $1, 'security-manager', from_on, \
             granted_by, granted_at, record FROM role_grant WHERE person = $2",
            args![firm.id("employee"), firm.id("infosec")],
        ).await?;
        names(&firm, "role_grant.id").await?;
    }

    async fn a_role_taken_out_of_the_database_is_missed(firm: Firm) {
        let taken = "DELETE FROM role_grant WHERE person = $1";
        forge(&firm, taken, args![firm.id("auditor")]).await?;
        let found = reread(&firm).await?;
        assert!(matches!(&found, Finding::Unkept { what, .. } if what == "role_grant"), "{found:?}");
    }

    async fn a_leaver_whom_no_record_knows_is_named(firm: Firm) {
        acknowledged(&firm).await?;
        let gone = "UPDATE person SET left_on = '2026-03-01', left_at = joined_at WHERE id = $1";
        forge(&firm, gone, args![firm.id("cfo")]).await?;
        names(&firm, "person.left_on").await?;
    }

    async fn another_name_for_somebody_is_named(firm: Firm) {
        let renamed = "UPDATE person SET name = 'Somebody Else' WHERE id = $1";
        forge(&firm, renamed, args![firm.id("ceo")]).await?;
        names(&firm, "person.name").await?;
    }

    async fn an_office_held_since_longer_is_named(firm: Firm) {
        let longer = "UPDATE appointment SET from_on = '2020-01-01' WHERE person = $1";
        forge(&firm, longer, args![firm.id("ceo")]).await?;
        names(&firm, "appointment.from_on").await?;
    }

    async fn a_published_text_that_was_replaced_is_named(firm: Firm) {
        statement(&firm).await?;
        forge(&firm, unlocked("version"), vec![]).await?;
        forge(&firm, "UPDATE version SET text = 'Do as you like.'", vec![]).await?;
        names(&firm, "signature_request.text").await?;
    }

    async fn a_deleted_salt_does_not_make_the_reader_blind(firm: Firm) {
        firm.work().await?;
        forge(&firm, unlocked("salt"), vec![]).await?;
        forge(
            &firm,
            "DELETE FROM salt WHERE id = (SELECT id FROM leaf WHERE idx = 3)",
            vec![],
        ).await?;
        assert_eq!(reread(&firm).await?, Finding::Unopened(3));
    }

    async fn a_record_outside_the_signed_log_is_named(firm: Firm) {
        firm.work().await?;
        forge(
            &firm,
            "INSERT INTO leaf (org, id, bytes, at, rev, idx) \
             SELECT org, 'rec_7ZZZZZZZZZZZZZZZZZZZZZZZZZ', bytes, at, rev, 1000000 FROM leaf WHERE idx = 3",
            vec![],
        ).await?;
        assert_eq!(reread(&firm).await?, Finding::Beyond(1_000_000));
    }

    async fn a_record_that_says_another_time_beside_its_bytes_is_named(firm: Firm) {
        firm.work().await?;
        forge(&firm, unlocked("record"), vec![]).await?;
        forge(&firm, "UPDATE record SET at = at - 86400000000", vec![]).await?;
        names(&firm, "record.at").await?;
    }

    async fn a_loosening_that_lost_its_decision_is_a_gap(firm: Firm) {
        let age = "/parameters/stmt.max_age";
        firm.ceo.post(age, &[("value", "18"), ("reason", "The board said so.")]).await?.sent_on()?;
        let forged = "UPDATE parameter_change SET decided_by = $1";
        forge(&firm, forged, args![firm.id("infosec")]).await?;
        firm.set_clock("2026-03-11T09:00:00Z")?;
        let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
        let said = readiness.worst_of("rule-weakened").context("it says something")?;
        assert_eq!((said.state, said.case), (State::Fail, "loosened"));
        names(&firm, "parameter_change.decided_by").await?;
    }

    async fn a_pack_is_not_issued_on_what_was_found_some_night_before(firm: Firm) {
        acknowledged(&firm).await?;
        assert_eq!(reread(&firm).await?, Finding::Intact);
        firm.set_clock("2026-03-11T09:00:00Z")?;
        let later = "UPDATE assignment SET due_on = '2027-12-31' WHERE person = $1";
        forge(&firm, later, args![firm.id("cfo")]).await?;
        let actor = kit::Actor::person(firm.org, firm.id("infosec"));
        app::audits::issue(&firm.app, actor, None).await?;
        assert_eq!(log_broken(&firm).await?.state, State::Fail);
    }
}

/// Every table whose rows name a record is compared with it; a setting is never set yet.
#[test]
fn every_table_that_rests_on_records_is_reconciled() {
    let migrations = [
        include_str!("../../../migrations/sqlite/0001_house.sql"),
        include_str!("../../../migrations/sqlite/0002_people.sql"),
        include_str!("../../../migrations/sqlite/0003_identity.sql"),
        include_str!("../../../migrations/sqlite/0004_documents.sql"),
        include_str!("../../../migrations/sqlite/0005_evidence.sql"),
        include_str!("../../../migrations/sqlite/0006_approvals.sql"),
    ];
    let reconciled: Vec<&str> = app::reconciled().iter().map(|it| it.table).collect();
    let mut rest_on_records = 0;
    for table in migrations
        .iter()
        .flat_map(|sql| sql.split("CREATE TABLE ").skip(1))
    {
        let (name, columns) = table.split_once(" (").expect("a name and columns");
        let columns = columns.split(");").next().unwrap_or_default();
        let rests = columns
            .lines()
            .any(|line| line.trim_start().starts_with("record "));
        if rests && !["setting", "disclosure"].contains(&name) {
            rest_on_records += 1;
            assert!(reconciled.contains(&name), "nobody reconciles {name}");
        }
    }
    assert!(rest_on_records > 20, "{rest_on_records}");
}

/// A published statement that everybody owes, and one person has acknowledged.
async fn acknowledged(firm: &Firm) -> Result<()> {
    let (_, publication) = statement(firm).await?;
    acknowledge(firm, "infosec", publication).await?;
    firm.work().await
}

/// What guards a table is dropped by whoever holds the database.
fn unlocked(table: &str) -> Sql {
    match table {
        "version" => Sql::each(
            "DROP TRIGGER version_never_update",
            "ALTER TABLE version DISABLE TRIGGER USER",
        ),
        "salt" => Sql::each(
            "DROP TRIGGER salt_never_delete",
            "ALTER TABLE salt DISABLE TRIGGER USER",
        ),
        _ => Sql::each(
            "DROP TRIGGER record_never_update",
            "ALTER TABLE record DISABLE TRIGGER USER",
        ),
    }
}

async fn forge(firm: &Firm, sql: impl Into<Sql>, args: Args) -> Result<()> {
    let sql = sql.into();
    kit::act::plainly(&firm.app.db, move |db| Box::pin(db.run(sql, args.clone()))).await?;
    Ok(())
}

async fn reread(firm: &Firm) -> Result<Finding> {
    Ok(app::readiness::reread(&firm.app, firm.org, |_, _| {})
        .await?
        .finding)
}

/// The next reading names what differs, and the rule fails with it.
async fn names(firm: &Firm, column: &str) -> Result<()> {
    firm.set_clock("2026-03-12T09:00:00Z")?;
    let found = reread(firm).await?;
    assert!(
        matches!(&found, Finding::Differs { what, .. } if what == column),
        "{found:?}"
    );
    let said = log_broken(firm).await?;
    assert_eq!(said.state, State::Fail);
    assert!(said.sentence.contains(column), "{}", said.sentence);
    Ok(())
}

async fn log_broken(firm: &Firm) -> Result<rules::Outcome> {
    let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
    let said = readiness.worst_of("log-broken");
    said.cloned().context("it always says something")
}

//! The log is re-read, and a log that does not fit is found.

use anyhow::Result;
use kit::db::Sql;
use rules::{Severity, State};
use testkit::{Engine, Firm, on_each_engine};

on_each_engine! {
    async fn the_log_is_read_again_every_day(firm: Firm) {
        firm.work().await?;
        let said = log_broken(&firm).await?;
        assert_eq!((said.state, said.case), (State::Pass, "no-copy-outside"), "{}", said.sentence);
        firm.set_clock("2026-03-19T09:00:00Z")?;
        assert_eq!(log_broken(&firm).await?.case, "stale");
        firm.work().await?;
        assert_eq!(log_broken(&firm).await?.state, State::Pass);
    }
}

#[tokio::test]
async fn a_leaf_changed_in_the_database_file_is_found() -> Result<()> {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let forged = "UPDATE leaf SET bytes = (SELECT bytes FROM leaf WHERE idx = 4) WHERE idx = 5";
        let said = after(engine, "leaf", forged.into()).await?;
        assert!(
            said.sentence.contains("The record with index 5"),
            "{}",
            said.sentence
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_record_changed_in_the_database_file_is_found() -> Result<()> {
    let forged = Sql::each(
        "UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Managing', 'Managink') AS BLOB)",
        "UPDATE record SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'Managing', 'Managink'), 'UTF8')",
    );
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let said = after(engine, "record", forged).await?;
        assert!(
            said.sentence.contains("is not the one that was logged."),
            "{}",
            said.sentence
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_broken_log_leaves_no_question_answered() -> Result<()> {
    let firm = testkit::firm(Engine::Sqlite).await?;
    crate::readiness::arrange::statement(&firm).await?;
    forge(
        &firm,
        "leaf",
        "UPDATE leaf SET bytes = zeroblob(64) WHERE idx = 2".into(),
    )
    .await?;
    let auditor = super::arrange::signed_in(&firm, "auditor").await?;
    let page = auditor.get("/readiness").await?.ok()?.text();
    assert!(page.contains("<strong>0</strong>"), "{page}");
    let german = auditor.request(reqwest::Method::GET, "/rules/log-broken");
    let german = auditor
        .send(german.header("accept-language", "de"))
        .await?
        .text();
    assert!(
        german
            .contains("Die Aufzeichnung mit der Nummer 2 ist nicht die, die protokolliert wurde."),
        "{german}"
    );
    Ok(())
}

async fn after(engine: Engine, table: &'static str, forged: Sql) -> Result<rules::Outcome> {
    let firm = testkit::firm(engine).await?;
    firm.work().await?;
    assert_eq!(log_broken(&firm).await?.state, State::Pass);
    forge(&firm, table, forged).await?;
    let said = log_broken(&firm).await?;
    assert_eq!((said.state, said.severity), (State::Fail, Severity::Maj));
    Ok(said)
}

/// Whoever holds the database file can drop what protects it; the next day somebody notices.
async fn forge(firm: &Firm, table: &'static str, forged: Sql) -> Result<()> {
    let unlock = match table {
        "leaf" => Sql::each(
            "DROP TRIGGER leaf_index_once",
            "ALTER TABLE leaf DISABLE TRIGGER USER",
        ),
        _ => Sql::each(
            "DROP TRIGGER record_never_update",
            "ALTER TABLE record DISABLE TRIGGER USER",
        ),
    };
    for sql in [unlock, forged] {
        kit::act::plainly(&firm.app.db, move |db| Box::pin(db.run(sql, vec![]))).await?;
    }
    firm.set_clock("2026-03-11T09:00:00Z")?;
    firm.work().await
}

async fn log_broken(firm: &Firm) -> Result<rules::Outcome> {
    let readiness = app::readiness::check(&firm.app, firm.org, None).await?;
    Ok(readiness
        .worst_of("log-broken")
        .expect("it always says something")
        .clone())
}

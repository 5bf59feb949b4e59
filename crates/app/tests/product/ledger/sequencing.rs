//! The log, as the database keeps it.

use testkit::{Engine, on_each_engine};

on_each_engine! {
    async fn every_record_gets_its_place_in_the_log(firm: Firm) {
        firm.work().await?;
        let head = app::ledger::head(&mut firm.app.read().await?, firm.org).await?;
        assert!(head.size > 10, "people, roles and appointments are in the log");
    }

    async fn sequencing_twice_is_harmless(firm: Firm) {
        app::ledger::sequence(&firm.app, firm.org).await?;
        let before = app::ledger::head(&mut firm.app.read().await?, firm.org).await?;
        app::ledger::sequence(&firm.app, firm.org).await?;
        let after = app::ledger::head(&mut firm.app.read().await?, firm.org).await?;
        assert_eq!(before.checkpoint, after.checkpoint);
    }

    async fn the_database_itself_refuses_to_change_a_record(firm: Firm) {
        for forgery in [
            "UPDATE record SET rev = 7",
            "DELETE FROM record",
            "UPDATE leaf SET idx = 3 WHERE idx IS NOT NULL",
            "DELETE FROM leaf",
            "DELETE FROM salt",
            "DELETE FROM checkpoint",
        ] {
            app::ledger::sequence(&firm.app, firm.org).await?;
            let forged = kit::act::plainly(&firm.app.db, move |db| Box::pin(db.run(forgery, vec![])));
            assert!(forged.await.is_err(), "{forgery}");
        }
    }

    async fn a_reading_connection_cannot_write(firm: Firm) {
        let mut db = firm.app.read().await?;
        assert!(db.run("DELETE FROM session", vec![]).await.is_err());
    }
}

#[tokio::test]
async fn a_unit_of_work_that_fails_is_undone_alone() -> anyhow::Result<()> {
    let firm = testkit::firm(Engine::Sqlite).await?;
    let org = firm.org;
    let works = (0..64).map(|n| {
        let app = firm.app.clone();
        async move {
            app.act_as_system(org, move |act| {
                Box::pin(async move {
                    let kept = "INSERT INTO setup_link (token, made_at) VALUES ($1, 0)";
                    act.db.run(kept, kit::args![format!("{n}")]).await?;
                    anyhow::ensure!(n % 3 != 0, "refused");
                    Ok::<(), anyhow::Error>(())
                })
            })
            .await
            .is_ok()
        }
    });
    let done = futures_util::future::join_all(works).await;
    let (kept,): (i64,) = firm
        .app
        .read()
        .await?
        .one("SELECT count(*) FROM setup_link", vec![])
        .await?;
    assert_eq!(kept, done.iter().filter(|ok| **ok).count() as i64);
    assert_eq!(kept, 42);
    Ok(())
}

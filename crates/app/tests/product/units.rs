//! Units of work that are written together: each stands or falls alone.

use anyhow::{Result, bail};
use futures_util::future::join_all;
use kit::db::Conn;
use kit::{args, db::Args};
use testkit::{Firm, on_each_engine};

const INTO: &str = "INSERT INTO attempt (what, who, minute, count)";

fn row(who: usize) -> Args {
    args!["test", who.to_string(), 0i64, 1i64]
}

async fn insert(db: &mut Conn, who: usize) -> Result<u64> {
    db.run(
        "INSERT INTO attempt (what, who, minute, count) VALUES ($1, $2, $3, $4)",
        row(who),
    )
    .await
}

async fn count(db: &mut Conn) -> Result<i64> {
    let (count,): (i64,) = db
        .one("SELECT count(*) FROM attempt WHERE what = 'test'", vec![])
        .await?;
    Ok(count)
}

async fn kept(firm: &Firm) -> Result<i64> {
    count(&mut firm.app.read().await?).await
}

on_each_engine! {
    async fn one_that_fails_is_undone_alone(firm: Firm) {
        let units = (0..60).map(|n| kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            insert(db, n).await?;
            if n % 3 == 0 {
                bail!("never mind");
            }
            Ok(())
        })));
        let done = join_all(units).await;
        assert_eq!(done.iter().filter(|done| done.is_err()).count(), 20);
        assert_eq!(kept(&firm).await?, 40);
    }

    async fn one_that_panics_is_undone_alone(firm: Firm) {
        let units = (0..9).map(|n| kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            insert(db, n).await?;
            assert!(n % 3 != 0, "somebody made a mistake");
            Ok(())
        })));
        let done = join_all(units).await;
        assert_eq!(done.iter().filter(|done| done.is_err()).count(), 3);
        assert_eq!(kept(&firm).await?, 6);
    }

    async fn what_is_reported_as_kept_is_kept_whatever_failed_in_between(firm: Firm) {
        let done = kit::act::plainly(&firm.app.db, |db| Box::pin(async move {
            insert(db, 1).await?;
            let twice = insert(db, 1).await;
            assert!(twice.is_err(), "the same row again");
            Ok(())
        })).await;
        assert_eq!(kept(&firm).await?, i64::from(done.is_ok()));
    }

    async fn one_that_only_looked_undoes_nothing_of_the_one_before(firm: Firm) {
        let units = (0..20).map(|n| kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            if n % 2 == 0 {
                insert(db, n).await?;
                return Ok(());
            }
            count(db).await?;
            bail!("not today")
        })));
        join_all(units).await;
        assert_eq!(kept(&firm).await?, 10);
    }

    async fn rows_that_wait_are_there_for_the_next_question(firm: Firm) {
        let seen = kit::act::plainly(&firm.app.db, |db| Box::pin(async move {
            db.insert_soon(INTO, vec![row(1)], "");
            db.insert_soon(INTO, vec![row(2)], "");
            count(db).await
        })).await?;
        assert_eq!(seen, 2);
        assert_eq!(kept(&firm).await?, 2);
    }

    async fn rows_that_wait_to_the_end_are_kept(firm: Firm) {
        let units = (0..20).map(|n| kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            db.insert_soon(INTO, vec![row(n)], "");
            Ok(())
        })));
        for done in join_all(units).await {
            done?;
        }
        assert_eq!(kept(&firm).await?, 20);
    }

    async fn more_rows_than_one_statement_takes_wait_together(firm: Firm) {
        kit::act::plainly(&firm.app.db, |db| Box::pin(async move {
            for n in 0..20_000 {
                db.insert_soon(INTO, vec![row(n)], "");
            }
            Ok(())
        })).await?;
        assert_eq!(kept(&firm).await?, 20_000);
    }

    async fn rows_that_cannot_be_inserted_fail_their_unit_and_no_other(firm: Firm) {
        let units = (0..30).map(|n| kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            insert(db, n).await?;
            // Every third says again what somebody has said.
            db.insert_soon(INTO, vec![row(if n % 3 == 0 { n } else { n + 100 })], "");
            Ok(())
        })));
        let done = join_all(units).await;
        let refused: Vec<_> = done.into_iter().filter_map(Result::err).collect();
        assert_eq!(refused.len(), 10);
        assert!(refused.iter().all(kit::db::is_conflict));
        assert_eq!(kept(&firm).await?, 40);
    }

    async fn rows_of_a_unit_that_is_refused_wait_for_nobody(firm: Firm) {
        let units = (0..20).map(|n| kit::act::plainly(&firm.app.db, move |db| Box::pin(async move {
            db.insert_soon(INTO, vec![row(n)], "");
            if n % 2 == 0 {
                bail!("not today");
            }
            Ok(())
        })));
        join_all(units).await;
        assert_eq!(kept(&firm).await?, 10);
    }
}

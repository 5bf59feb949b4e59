//! Giving leaves their places: hashing, the tree, its tiles, the signed checkpoint.

use anyhow::{Result, ensure};
use testkit::Firm;

use crate::clock;
use crate::firms::{ENGINES, import};
use crate::table::Row;

const PEOPLE: usize = 100_000;

pub(crate) async fn measure() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (engine, name) in ENGINES {
        let firm = testkit::firm(engine).await?;
        import(&firm, PEOPLE).await?;
        let leaves = waiting(&firm).await?;
        let start = clock::start();
        app::ledger::sequence_all(&firm.app).await?;
        let rate = leaves as f64 / start.elapsed().as_secs_f64();
        ensure!(waiting(&firm).await? == 0, "leaves still wait");
        rows.push(Row::new(
            format!("sequencing {leaves} leaves, {name}"),
            rate,
            "a second",
        ));
    }
    Ok(rows)
}

async fn waiting(firm: &Firm) -> Result<i64> {
    let (waiting,): (i64,) = firm
        .app
        .read()
        .await?
        .one("SELECT count(*) FROM leaf WHERE idx IS NULL", vec![])
        .await?;
    Ok(waiting)
}

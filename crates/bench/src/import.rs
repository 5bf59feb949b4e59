//! An HR system's whole list, all of it or nothing.

use anyhow::{Result, ensure};

use crate::clock;
use crate::firms::{ENGINES, imported};
use crate::table::Row;

const PEOPLE: usize = 100_000;

pub(crate) async fn measure() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (engine, name) in ENGINES {
        let firm = testkit::firm(engine).await?;
        if engine == testkit::Engine::Postgres {
            crate::engine::keep_what_is_committed().await?;
        }
        let start = clock::start();
        crate::firms::import(&firm, PEOPLE).await?;
        let took = start.elapsed().as_secs_f64();
        ensure!(
            imported(&firm).await?.len() == PEOPLE,
            "somebody is missing"
        );
        let what = format!("import of {PEOPLE} people, {name}");
        rows.push(Row::new(what, took, "s").beside("target: at most 10 s"));
    }
    Ok(rows)
}

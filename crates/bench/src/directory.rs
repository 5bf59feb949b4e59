//! The list of people: what a page costs must not follow the size of the firm.

use std::time::Duration;

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;
use testkit::Client;

use crate::clock;
use crate::firms::{ENGINES, firm_of};
use crate::table::Row;

const SIZES: [usize; 2] = [1_000, 100_000];
const CLIENTS: usize = 8;
const REQUESTS: usize = 100;

const PAGES: [(&str, &str); 2] = [
    ("people page", "/people"),
    ("people page by name", "/people?name=given4"),
];

pub(crate) async fn measure() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (engine, name) in ENGINES {
        let mut small = Vec::new();
        for size in SIZES {
            let firm = firm_of(engine, size).await?;
            firm.hr.get("/people").await?.ok()?;
            for (at, (page, path)) in PAGES.into_iter().enumerate() {
                let (middle, slow) = clock::spread(load(&firm.hr, path).await?);
                let what = format!("{page}, {name}, {size} people, {CLIENTS} clients: p50");
                let row = Row::new(what, middle, "ms");
                rows.push(match small.get(at) {
                    None => row.beside(format!("p99 {slow:.1} ms")),
                    Some(before) => row.beside(format!(
                        "p99 {slow:.1} ms; {:.2} times the small firm's p50",
                        middle / before
                    )),
                });
                if size == SIZES[0] {
                    small.push(middle);
                }
            }
        }
    }
    Ok(rows)
}

async fn load(reader: &Client, path: &'static str) -> Result<Vec<Duration>> {
    let readers = (0..CLIENTS).map(|_| {
        let reader = reader.clone();
        tokio::spawn(async move { read(&reader, path).await })
    });
    let mut times = Vec::new();
    for share in try_join_all(readers).await? {
        times.extend(share?);
    }
    Ok(times)
}

async fn read(reader: &Client, path: &str) -> Result<Vec<Duration>> {
    let mut times = Vec::with_capacity(REQUESTS);
    for _ in 0..REQUESTS {
        let start = clock::start();
        let reply = reader.get(path).await?;
        times.push(start.elapsed());
        ensure!(reply.status == 200, "{path} was answered {}", reply.status);
    }
    Ok(times)
}

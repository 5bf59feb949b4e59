//! Pages under load: so many clients, each asking again and again; the middle, the slowest but one
//! in a hundred, and how that compares with a small firm.

use std::time::Duration;

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;
use testkit::Client;

use crate::clock;
use crate::table::Row;

pub(crate) const SIZES: [usize; 2] = [1_000, 100_000];
pub(crate) const CLIENTS: usize = 8;
const REQUESTS: usize = 100;

/// A page and who reads it at the same time.
pub(crate) struct Page {
    pub(crate) what: &'static str,
    pub(crate) path: String,
    pub(crate) readers: Vec<Client>,
}

impl Page {
    /// Everybody is the same person.
    pub(crate) fn read_by(reader: &Client, what: &'static str, path: impl Into<String>) -> Page {
        Page {
            what,
            path: path.into(),
            readers: vec![reader.clone(); CLIENTS],
        }
    }
}

/// One row a page; `small` keeps the middles of the smallest firm, which comes first.
pub(crate) async fn compare(
    pages: &[Page],
    (engine, people): (&str, usize),
    small: &mut Vec<f64>,
) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let (middle, slow) = clock::spread(load(page).await?);
        let what = page.what;
        let what = format!("{what}, {engine}, {people} people, {CLIENTS} clients: p50");
        let row = Row::new(what, middle, "ms");
        rows.push(match small.get(at) {
            None => row.beside(format!("p99 {slow:.1} ms")),
            Some(before) => row.beside(format!(
                "p99 {slow:.1} ms; {:.2} times the small firm's p50",
                middle / before
            )),
        });
        if people == SIZES[0] {
            small.push(middle);
        }
    }
    Ok(rows)
}

async fn load(page: &Page) -> Result<Vec<Duration>> {
    page.readers[0].get(&page.path).await?.ok()?;
    let readers = page.readers.iter().map(|reader| {
        let (reader, path) = (reader.clone(), page.path.clone());
        tokio::spawn(async move { read(&reader, &path).await })
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

//! The list of people, as it is and as it was: what a page costs must not follow the size of the
//! firm.

use anyhow::Result;

use crate::firms::{ENGINES, firm_of};
use crate::load::{self, Page, SIZES};
use crate::table::Row;

const NOW: &[(&str, &str)] = &[
    ("people page", "/people"),
    ("people page by name", "/people?name=given4"),
];

/// Half had begun on the first day; on the second only those who founded the firm were there.
const THEN: &[(&str, &str)] = &[
    ("people as at a past day", "/people?as-of=2025-01-14"),
    ("people as at the first day", "/people?as-of=2024-12-31"),
];

pub(crate) async fn measure() -> Result<Vec<Row>> {
    measure_pages(NOW).await
}

/// Who was there on a past day.
pub(crate) async fn measure_past() -> Result<Vec<Row>> {
    measure_pages(THEN).await
}

async fn measure_pages(pages: &[(&'static str, &str)]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (engine, name) in ENGINES {
        let mut small = Vec::new();
        for size in SIZES {
            let firm = firm_of(engine, size).await?;
            let pages = pages
                .iter()
                .map(|(what, path)| Page::read_by(&firm.hr, what, *path));
            let pages: Vec<Page> = pages.collect();
            rows.extend(load::compare(&pages, (name, size), &mut small).await?);
        }
    }
    Ok(rows)
}

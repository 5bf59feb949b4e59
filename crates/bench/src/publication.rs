//! Publishing to everybody, and the pages about it: for the person who reads, and for those who
//! look after it.

use anyhow::Result;
use app::documents::PublicationId;
use kit::id::PersonId;
use kit::{Digest, args};
use testkit::Firm;

use crate::clock;
use crate::firms::{ENGINES, TEXT, firm_of, imported, publish, publish_signed, signed};
use crate::load::{self, CLIENTS, Page, SIZES};
use crate::table::Row;

/// Publications that the large firm acknowledged before: five million acknowledgements.
const BEFORE: usize = 50;

pub(crate) async fn measure() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (engine, name) in ENGINES {
        let mut small = Vec::new();
        for size in SIZES {
            let firm = firm_of(engine, size).await?;
            for _ in 0..BEFORE * size / SIZES[1] {
                let before = publish(&firm).await?;
                answer(&firm, before).await?;
            }
            let document = signed(&firm).await?;
            let start = clock::start();
            let publication = publish_signed(&firm, document).await?;
            let took = start.elapsed().as_secs_f64();
            let what = format!("publishing to {size} people, {name}");
            rows.push(Row::new(what, took, "s").beside("target: at most 2 s"));
            answer(&firm, publication).await?;
            app::ledger::sequence_all(&firm.app).await?;
            let pages = pages(&firm, publication).await?;
            rows.extend(load::compare(&pages, (name, size), &mut small).await?);
        }
    }
    Ok(rows)
}

/// Nearly everybody acknowledges, without the records: the pages read the rows.
async fn answer(firm: &Firm, publication: PublicationId) -> Result<()> {
    let args = args![firm.org, publication, Digest::of(TEXT)];
    kit::act::plainly(&firm.app.db, move |db| {
        Box::pin(async move {
            db.run(
                "INSERT INTO acknowledgement (org, publication, person, id, digest, level, method, \
                   words, language, acknowledged_at, record) \
                 SELECT org, publication, person, 'ack_' || substr(person, 5), $3, 'L1', 'code', \
                   'I follow it.', 'en', assigned_at, record FROM assignment \
                 WHERE org = $1 AND publication = $2 AND person NOT LIKE '%A'",
                args,
            )
            .await?;
            db.look_again("acknowledgement").await
        })
    })
    .await
}

async fn pages(firm: &Firm, publication: PublicationId) -> Result<Vec<Page>> {
    let people = imported(firm).await?;
    let middle = people[people.len() / 2];
    let list = format!("/publications/{publication}/people");
    let by = |what, query: &str| Page::read_by(&firm.infosec, what, format!("{list}{query}"));
    Ok(vec![
        by("campaign page", ""),
        by("campaign page, further on", &format!("?after={middle}")),
        by("campaign page, one unit", "?unit=Unit+7"),
        by("campaign page, who still owes", "?standing=open"),
        by("campaign page, who declined", "?standing=declined"),
        by("campaign page, top management", "?group=management"),
        acceptance(firm, publication, &people[..CLIENTS]).await?,
    ])
}

/// Each client is another person.
async fn acceptance(firm: &Firm, publication: PublicationId, people: &[PersonId]) -> Result<Page> {
    let mut readers = Vec::new();
    for person in people {
        readers.push(firm.browser_of(*person).await?);
    }
    Ok(Page {
        what: "acceptance page",
        path: format!("/acknowledgements/{publication}"),
        readers,
    })
}

//! Acknowledgements through the whole stack: HTTP, session, checks, record, leaf, commit.

use std::sync::Arc;

use anyhow::{Result, ensure};
use app::documents::PublicationId;
use app::identity::{SignInMethod, open_session};
use futures_util::future::try_join_all;
use kit::Digest;
use testkit::{Engine, Firm};

use crate::firms::{ENGINES, TEXT, firm_of, imported, publish};
use crate::table::{Row, number};
use crate::{clock, engine};

/// Clients at a time, and how many acknowledgements they make together.
const LOADS: [(usize, usize); 3] = [(1, 1_000), (8, 4_000), (64, 16_000)];

pub(crate) async fn measure() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (engine, name) in ENGINES {
        let people = LOADS.iter().map(|(_, people)| people).sum();
        let firm = firm_of(engine, people).await?;
        let publication = publish(&firm).await?;
        let mut sessions = sessions(&firm).await?;
        for (clients, count) in LOADS {
            let some = sessions.split_off(sessions.len() - count);
            let running = tokio::spawn(clock::run(firm.app.clock.clone()));
            let rate = acknowledge(&firm, publication, some, clients).await?;
            running.abort();
            let alone = raw(engine, clients).await?;
            let what = format!("acknowledgements, {name}, {clients} clients");
            let beside = format!(
                "{:.0} % of the {} rows a second of the engine alone",
                rate / alone * 100.0,
                number(alone)
            );
            rows.push(Row::new(what, rate, "a second").beside(beside));
        }
    }
    Ok(rows)
}

/// The engine's own commits of single rows, grouped as the clients come.
async fn raw(engine: Engine, clients: usize) -> Result<f64> {
    let rows = 1_000 * clients.min(32);
    match engine {
        Engine::Sqlite => engine::sqlite(tempfile::tempdir()?.path(), clients, rows).await,
        Engine::Postgres => engine::postgres(clients, rows).await,
    }
}

async fn sessions(firm: &Firm) -> Result<Vec<String>> {
    let mut tokens = Vec::new();
    for some in imported(firm).await?.chunks(256) {
        let opened = some
            .iter()
            .map(|person| open_session(&firm.app, firm.org, *person, SignInMethod::Code));
        tokens.extend(try_join_all(opened).await?);
    }
    Ok(tokens)
}

async fn acknowledge(
    firm: &Firm,
    publication: PublicationId,
    sessions: Vec<String>,
    clients: usize,
) -> Result<f64> {
    let count = sessions.len();
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let address = Arc::new(format!("{}/acknowledgements/{publication}", firm.base));
    let start = clock::start();
    let shares = sessions.chunks(count.div_ceil(clients)).map(|share| {
        let (http, address, share) = (http.clone(), address.clone(), share.to_vec());
        tokio::spawn(async move { one_after_another(&http, &address, &share).await })
    });
    for share in try_join_all(shares).await? {
        share?;
    }
    Ok(count as f64 / start.elapsed().as_secs_f64())
}

async fn one_after_another(
    http: &reqwest::Client,
    address: &str,
    sessions: &[String],
) -> Result<()> {
    let shown = Digest::of(TEXT).to_string();
    for session in sessions {
        let reply = http
            .post(address)
            .header("cookie", format!("session={session}"))
            .header("sec-fetch-site", "same-origin")
            .form(&[("shown", shown.as_str()), ("language", "en")])
            .send()
            .await?;
        let status = reply.status();
        reply.bytes().await?;
        ensure!(
            status.is_redirection(),
            "an acknowledgement was answered {status}"
        );
    }
    Ok(())
}

//! Alive, ready, counted.

use std::sync::Arc;

use anyhow::Result;
use app::App;
use app::ledger::{Head, HighWater};
use kit::config::Config;
use testkit::{Client, Firm, on_each_engine};

/// Another server on the firm's database, with another configuration.
async fn served_with(firm: &Firm, config: Config) -> Result<Client> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://localhost:{}", listener.local_addr()?.port());
    let app = App {
        config: Arc::new(config),
        ..firm.app.clone()
    };
    let service = app::shell::serve(app);
    tokio::spawn(async move { axum::serve(listener, service).await });
    Client::new(&base, None)
}

/// A checkpoint that this installation signed and the database knows nothing of.
async fn signed_later(firm: &Firm) -> Result<Head> {
    let head = app::ledger::head(&mut firm.app.read().await?, firm.org).await?;
    let signer = firm.app.log_keys.signer(&head.origin)?;
    let later = tlog::TreeHead {
        size: head.size as u64 + 5,
        root: tlog::empty_root(),
    };
    let checkpoint = tlog::Checkpoint::new(&head.origin, later)?
        .sign(&[&signer])?
        .to_string();
    Ok(Head { checkpoint, ..head })
}

on_each_engine! {
    async fn a_process_that_answers_lives(firm: Firm) {
        let reply = firm.anon.get("/healthz").await?.ok()?;
        assert_eq!(reply.text(), "ok\n");
    }

    async fn a_database_that_continues_its_logs_is_ready(firm: Firm) {
        firm.work().await?;
        firm.anon.get("/readyz").await?.ok()?;
    }

    async fn a_log_that_was_rolled_back_is_not_ready(firm: Firm) {
        let marks = HighWater::in_folder(&firm.app.config.data);
        firm.work().await?;
        let truth = app::ledger::head(&mut firm.app.read().await?, firm.org).await?;

        marks.keep(&signed_later(&firm).await?)?;
        let reply = firm.anon.get("/readyz").await?;
        assert_eq!((reply.status.as_u16(), reply.text()), (503, "not ready\n".to_owned()));
        let overview = firm.admin.get("/operations").await?.ok()?;
        assert!(overview.text().contains("Does not continue what was signed"));

        marks.keep(&truth)?;
        firm.anon.get("/readyz").await?.ok()?;
    }

    async fn requests_are_counted_by_the_template_of_their_address(firm: Firm) {
        firm.admin.post("/operations/jobs/job_00000000000000000000000000/retry", &[]).await?;
        let metrics = firm.anon.get("/metrics").await?.ok()?.text();
        let counted = r#"countersign_requests_total{method="POST",route="/operations/jobs/{job}/retry",status="404"}"#;
        assert!(metrics.contains(counted), "{metrics}");
        assert!(!metrics.contains("job_0000"), "an id became a label");
    }

    async fn the_metrics_know_the_log_the_jobs_and_the_units_of_work(firm: Firm) {
        firm.work().await?;
        let metrics = firm.anon.get("/metrics").await?.ok()?.text();
        for name in [
            "countersign_log_entries ",
            "countersign_log_entries_waiting 0",
            "countersign_jobs_waiting 0",
            "countersign_jobs_failed 0",
            "countersign_units_of_work_total{outcome=\"kept\"}",
        ] {
            assert!(metrics.contains(name), "{name} is missing in:\n{metrics}");
        }
        for person in testkit::people() {
            assert!(!metrics.contains(person.1), "{} is in the metrics", person.1);
        }
    }

    async fn a_server_for_others_asks_for_the_token_of_the_metrics(firm: Firm) {
        let ours = (*firm.app.config).clone();
        let everywhere = Config { listen: "0.0.0.0:8054".to_owned(), ..ours.clone() };
        let reply = served_with(&firm, everywhere).await?.get("/metrics").await?;
        assert_eq!(reply.status, 401);

        let guarded = Config { metrics_token: Some("secret".to_owned()), ..ours };
        let client = served_with(&firm, guarded).await?;
        assert_eq!(client.get("/metrics").await?.status, 401);
        let asked = client.request(reqwest::Method::GET, "/metrics").bearer_auth("secret");
        client.send(asked).await?.ok()?;
    }
}

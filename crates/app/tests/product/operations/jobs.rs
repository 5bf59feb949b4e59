//! What the administrator sees of the work behind the scenes.

use anyhow::Result;
use app::ledger::NewOrganisation;
use kit::id::{JobId, OrgId};
use kit::words::Language;
use testkit::{Firm, on_each_engine};

/// A job that nobody can do, tried once and given up.
async fn failed_job(firm: &Firm) -> Result<JobId> {
    failed_job_of(firm, firm.org).await
}

async fn failed_job_of(firm: &Firm, org: OrgId) -> Result<JobId> {
    let now = firm.app.clock.now();
    let job = JobId::fresh(now, &firm.app.dice);
    kit::act::plainly(&firm.app.db, move |db| {
        Box::pin(async move {
            db.run(
                "INSERT INTO job (id, org, kind, body, run_at, attempts) VALUES ($1, $2, 'dance', '{}', $3, 0)",
                kit::args![job, org, now],
            )
            .await
        })
    })
    .await?;
    app::jobs()
        .run_due(&firm.app.db, &firm.app.clock, &firm.app)
        .await?;
    Ok(job)
}

/// Takes the job away again: a test leaves no failed work behind.
async fn forget(firm: &Firm) -> Result<()> {
    let gone = kit::act::plainly(&firm.app.db, |db| {
        Box::pin(db.run("DELETE FROM job", vec![]))
    });
    gone.await.map(drop)
}

on_each_engine! {
    async fn a_failed_job_is_listed_with_its_reason_and_can_be_tried_again(firm: Firm) {
        let job = failed_job(&firm).await?;
        let listed = firm.admin.get("/operations/jobs?state=failed").await?.ok()?.text();
        assert!(listed.contains("nobody here can do &#34;dance&#34;"), "{listed}");

        let retry = format!("/operations/jobs/{job}/retry");
        firm.admin.post(&retry, &[]).await?.sent_on()?;
        firm.admin.post(&retry, &[]).await?.sent_on()?;
        let waiting = firm.admin.get("/operations/jobs?state=waiting").await?.ok()?.text();
        assert!(waiting.contains("dance"), "twice is once");
        forget(&firm).await?;
    }

    async fn the_overview_counts_what_failed(firm: Firm) {
        failed_job(&firm).await?;
        let overview = firm.admin.get("/operations").await?.ok()?.text();
        assert!(overview.contains("One job was given up."));
        assert!(overview.contains(firm.app.db.kind()));
        assert!(overview.contains("Backups are made from outside"), "unknown is said");
        forget(&firm).await?;
    }

    async fn nobody_else_sees_or_retries_jobs(firm: Firm) {
        let job = failed_job(&firm).await?;
        for client in [&firm.infosec, &firm.ceo, &firm.employee, &firm.auditor] {
            assert_eq!(client.get("/operations").await?.status, 403);
            let retry = format!("/operations/jobs/{job}/retry");
            assert_eq!(client.post(&retry, &[]).await?.status, 403);
        }
        forget(&firm).await?;
    }

    async fn the_overview_speaks_german(firm: Firm) {
        let request = firm.admin.request(reqwest::Method::GET, "/operations");
        let german = firm.admin.send(request.header("accept-language", "de")).await?.ok()?;
        assert!(german.text().contains("Betrieb"));
        assert!(!german.text().contains("[operations"));
    }

    async fn the_jobs_of_another_organisation_do_not_exist_here(firm: Firm) {
        let theirs = NewOrganisation {
            name: "Umbra".to_owned(),
            language: Language::English,
            time_zone: "UTC".to_owned(),
            is_demonstration: false,
        };
        let umbra = app::ledger::found(&firm.app, theirs).await?;
        let job = failed_job_of(&firm, umbra).await?;
        let reply = firm.admin.post(&format!("/operations/jobs/{job}/retry"), &[]).await?;
        assert_eq!(reply.status, 404);
        let listed = firm.admin.get("/operations/jobs?state=failed").await?.ok()?.text();
        assert!(!listed.contains("dance"));
        forget(&firm).await?;
    }
}

//! Evidence packs, issued and read again.

use kit::Digest;
use testkit::{Firm, on_each_engine};

use crate::published::{TEXT, acknowledge, publish};

/// The bytes of the pack that was issued last, and the digest that the register names.
async fn downloaded(firm: &Firm) -> anyhow::Result<(Vec<u8>, String)> {
    let auditor = firm.program("auditor").await?;
    let packs = auditor.get("/api/v1/packs").await?.ok()?.json()?;
    let (file, sha256) = (&packs["items"][0]["file"], &packs["items"][0]["sha256"]);
    let bytes = auditor.get(file.as_str().unwrap()).await?.ok()?.bytes;
    Ok((bytes, sha256.as_str().unwrap().to_owned()))
}

on_each_engine! {
    async fn what_is_downloaded_later_is_what_was_issued(firm: Firm) {
        let (_, publication) = publish(&firm, "Statement").await?;
        firm.work().await?;
        firm.infosec.post("/packs", &[]).await?.sent_on()?;
        let (issued, sha256) = downloaded(&firm).await?;
        assert_eq!(Digest::of(&issued).to_string(), sha256);
        acknowledge(&firm.employee, publication, TEXT).await?.sent_on()?;
        firm.work().await?;
        firm.set_clock("2026-04-20T09:00:00Z")?;
        let (later, _) = downloaded(&firm).await?;
        assert!(issued == later, "the pack changed with what happened after it");
    }

    async fn the_same_state_gives_the_same_bytes(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        let (org, now) = (firm.org, firm.app.clock.now());
        let head = app::ledger::head(&mut firm.app.read().await?, org).await?;
        let order = app::audits::Order {
            org,
            as_of: "2026-03-10".parse()?,
            size: head.size,
            issued_at: now,
            issued_by: None,
        };
        let (one, _) = app::audits::write(&firm.app, &order, Vec::new()).await?;
        let (other, _) = app::audits::write(&firm.app, &order, Vec::new()).await?;
        assert!(one == other);
    }

    async fn a_pack_forged_in_our_name_is_held_to_our_key(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        firm.infosec.post("/packs", &[]).await?.sent_on()?;
        let (genuine, _) = downloaded(&firm).await?;
        let page = firm.anon.upload("/verify", "pack.zip", genuine, &[]).await?.ok()?.text();
        assert!(!page.contains("LOG_KEY_FROM_PACK"), "{page}");
        // The same organisation and the same log, signed with a key that somebody else made.
        let mut forger = firm.app.clone();
        forger.log_keys = app::ledger::LogKeys::from_seed([9; 32]);
        let head = app::ledger::head(&mut firm.app.read().await?, firm.org).await?;
        let order = app::audits::Order {
            org: firm.org,
            as_of: "2026-03-10".parse()?,
            size: head.size,
            issued_at: firm.app.clock.now(),
            issued_by: None,
        };
        let (forged, _) = app::audits::write(&forger, &order, Vec::new()).await?;
        let page = firm.anon.upload("/verify", "pack.zip", forged, &[]).await?.ok()?.text();
        assert!(page.contains("MANIFEST_NOT_SIGNED"), "{page}");
    }

    async fn a_pack_that_was_changed_in_the_store_is_not_handed_out_whole(firm: Firm) {
        publish(&firm, "Statement").await?;
        firm.work().await?;
        firm.infosec.post("/packs", &[]).await?.sent_on()?;
        let (issued, sha256) = downloaded(&firm).await?;
        let file = firm.app.config.data.join("files").join(&sha256[..2]).join(&sha256[2..]);
        let mut forged = issued.clone();
        *forged.last_mut().unwrap() ^= 1;
        std::fs::write(file, forged)?;
        assert!(downloaded(&firm).await.is_err());
    }
}

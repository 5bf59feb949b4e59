//! What programs read of statements, acknowledgements, packs and readiness.

use app::documents::PublicationId;
use kit::Digest;
use reqwest::StatusCode;
use testkit::{Firm, on_each_engine};

use crate::published::{TEXT, acknowledge, publish};

async fn published(firm: &Firm) -> anyhow::Result<PublicationId> {
    let (_, publication) = publish(firm, "Statement").await?;
    firm.work().await?;
    acknowledge(&firm.employee, publication, TEXT)
        .await?
        .sent_on()?;
    Ok(publication)
}

on_each_engine! {
    async fn a_statement_is_read_with_its_signature_and_publication(firm: Firm) {
        let publication = published(&firm).await?;
        let auditor = firm.program("auditor").await?;
        let read = auditor.get("/api/v1/statements").await?.ok()?.json()?;
        let version = &read["items"][0]["versions"][0];
        assert_eq!(version["sha256"], Digest::of(TEXT).to_string());
        assert_eq!(version["signature"]["name"], "Dana Reyes");
        assert_eq!(version["signature"]["level"], "L1");
        assert_eq!(version["publication"]["id"], publication.to_string());
        assert_eq!(version["publication"]["in_force"], true);
        let employee = firm.program("employee").await?;
        assert_eq!(employee.get("/api/v1/statements").await?.status, StatusCode::FORBIDDEN);
    }

    async fn those_who_owe_are_listed_page_by_page_by_where_they_stand(firm: Firm) {
        let publication = published(&firm).await?;
        let infosec = firm.program("infosec").await?;
        let address = format!("/api/v1/publications/{publication}/acknowledgements");
        let done = infosec.get(&format!("{address}?standing=done")).await?.ok()?.json()?;
        assert_eq!(done["items"].as_array().map(Vec::len), Some(1));
        assert_eq!(done["items"][0]["name"], "Sam Okoro");
        let first = infosec.get(&format!("{address}?standing=open&limit=4")).await?.ok()?;
        let link = first.headers["link"].to_str()?.to_owned();
        let next = link.trim_start_matches('<').split('>').next().unwrap();
        let second = infosec.get(next).await?.ok()?.json()?;
        assert_eq!(second["items"].as_array().map(Vec::len), Some(3));
        assert!(second["next"].is_null());
        for nonsense in ["?standing=x", "?limit=0", "?cursor=x", "?wat=1"] {
            assert_eq!(infosec.get(&format!("{address}{nonsense}")).await?.status, StatusCode::BAD_REQUEST, "{nonsense}");
        }
        let nowhere = "/api/v1/publications/pub_00000000000000000000000000/acknowledgements";
        assert_eq!(infosec.get(nowhere).await?.status, StatusCode::NOT_FOUND);
    }

    async fn a_line_manager_reads_the_own_team(firm: Firm) {
        let publication = published(&firm).await?;
        let manager = firm.program("manager").await?;
        let address = format!("/api/v1/publications/{publication}/acknowledgements");
        let team = manager.get(&address).await?.ok()?.json()?;
        assert_eq!(team["items"].as_array().map(Vec::len), Some(1));
        assert_eq!(team["items"][0]["name"], "Sam Okoro");
        let employee = firm.program("employee").await?;
        assert_eq!(employee.get(&address).await?.status, StatusCode::FORBIDDEN);
    }

    async fn a_pack_that_was_issued_is_read_byte_for_byte(firm: Firm) {
        published(&firm).await?;
        firm.infosec.post("/packs", &[]).await?.sent_on()?;
        let auditor = firm.program("auditor").await?;
        let packs = auditor.get("/api/v1/packs").await?.ok()?.json()?;
        let pack = &packs["items"][0];
        let file = auditor.get(pack["file"].as_str().unwrap()).await?.ok()?;
        assert_eq!(Digest::of(&file.bytes).to_string(), pack["sha256"]);
        let one = format!("/api/v1/packs/{}", pack["id"].as_str().unwrap());
        assert_eq!(auditor.get(&one).await?.ok()?.json()?, *pack);
    }

    async fn every_address_for_programs_is_described(firm: Firm) {
        let described = firm.anon.get("/api/v1/openapi.json").await?.ok()?.json()?;
        for (_, address, _) in app::routes().table() {
            let is_described = described["paths"].get(address).is_some();
            assert!(is_described || !address.starts_with("/api/v1/") || address.ends_with("/openapi.json"), "{address}");
        }
    }
}

//! What people do on the pages, one function a step.

use anyhow::{Context, Result};
use kit::Digest;
use testkit::{Client, Firm, Reply};

/// A text without blanks, written by somebody.
pub(crate) const TEXT: &str = "# Our statement\n\n## Who speaks\n\nI speak for Acme and all its \
    people.\n\n## Our own commitment\n\nI take the same training and keep the same rules.\n";
pub(crate) const NEXT_TEXT: &str = "# Our statement\n\n## Who speaks\n\nI speak for Acme and all \
    its people.\n\n## Our own commitment\n\nI take the same training first and keep every rule.\n";

/// A statement in the making.
pub(crate) struct Statement {
    pub(crate) path: String,
}

/// Begins a statement and gives it this text.
pub(crate) async fn written(firm: &Firm, text: &str) -> Result<Statement> {
    let begun = firm.infosec.post(
        "/statements",
        &[("title", "Statement 2026"), ("language", "en")],
    );
    let draft = begun.await?.sent_on()?.location()?;
    let path = draft
        .strip_suffix("/draft")
        .context("the draft")?
        .to_owned();
    let statement = Statement { path };
    statement.save(&firm.infosec, text).await?.sent_on()?;
    Ok(statement)
}

impl Statement {
    pub(crate) fn at(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }

    /// Replaces the text in the editor and saves.
    pub(crate) async fn save(&self, who: &Client, text: &str) -> Result<Reply> {
        let editor = who.get(&self.at("/draft")).await?.ok()?.text();
        let started_from = field(&editor, "started_from")?;
        self.save_from(who, text, &started_from).await
    }

    pub(crate) async fn save_from(
        &self,
        who: &Client,
        text: &str,
        started_from: &str,
    ) -> Result<Reply> {
        let fields = [
            ("text", text),
            ("started_from", started_from),
            ("then", "save"),
        ];
        who.post(&self.at("/draft"), &fields).await
    }

    pub(crate) async fn send(&self, firm: &Firm, text: &str, signatory: &str) -> Result<Reply> {
        let signatory = firm.id(signatory).to_string();
        self.send_with(&firm.infosec, text, &[("signatory", &signatory)])
            .await
    }

    pub(crate) async fn send_with(
        &self,
        who: &Client,
        text: &str,
        other: &[(&str, &str)],
    ) -> Result<Reply> {
        let shown = Digest::of(text).to_string();
        let mut fields = vec![
            ("shown", shown.as_str()),
            ("effective_on", "2026-03-10"),
            ("next_review_on", "2027-03-10"),
            ("due_on", "2026-03-17"),
            ("change", "material"),
        ];
        fields.extend_from_slice(other);
        who.post(&self.at("/request"), &fields).await
    }

    /// The address at which the latest request is answered.
    pub(crate) async fn request(&self, firm: &Firm) -> Result<String> {
        let mut db = firm.app.read().await?;
        let document = self.path.rsplit('/').next().context("an id")?.parse()?;
        let requests = app::documents::requests(&mut db, firm.org, document).await?;
        Ok(format!(
            "/signatures/{}",
            requests.first().context("a request")?.id
        ))
    }

    /// Publishes a version.
    pub(crate) async fn publish(&self, who: &Client, version: u32, text: &str) -> Result<Reply> {
        let shown = Digest::of(text).to_string();
        let to = self.at(&format!("/versions/{version}/publication"));
        who.post(&to, &[("shown", &shown), ("due_days", "14")])
            .await
    }
}

/// A statement sent to the managing director; the address where it is signed.
pub(crate) async fn sent(firm: &Firm, text: &str) -> Result<(Statement, String)> {
    let statement = written(firm, text).await?;
    statement.send(firm, text, "ceo").await?.sent_on()?;
    let request = statement.request(firm).await?;
    Ok((statement, request))
}

/// Signs without a passkey.
pub(crate) async fn signs(who: &Client, request: &str, text: &str) -> Result<Reply> {
    let shown = Digest::of(text).to_string();
    let fields = [
        ("shown", shown.as_str()),
        ("language", "en"),
        ("without_passkey", "yes"),
    ];
    who.post(request, &fields).await
}

/// A statement signed by the managing director.
pub(crate) async fn signed(firm: &Firm, text: &str) -> Result<(Statement, String)> {
    let (statement, request) = sent(firm, text).await?;
    signs(&firm.ceo, &request, text).await?.sent_on()?;
    Ok((statement, request))
}

/// The value of a hidden field.
pub(crate) fn field(page: &str, name: &str) -> Result<String> {
    let mark = format!("name=\"{name}\" value=\"");
    let (_, rest) = page
        .split_once(&mark)
        .with_context(|| format!("no field {name}"))?;
    Ok(rest.split('"').next().unwrap_or_default().to_owned())
}

/// How many records of a type there are.
pub(crate) async fn records(firm: &Firm, kind: &str) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM record WHERE org = $1 AND type = $2";
    let (count,): (i64,) = firm
        .app
        .read()
        .await?
        .one(sql, kit::args![firm.org, kind])
        .await?;
    Ok(count)
}

/// The letters to somebody, by subject.
pub(crate) async fn letters(firm: &Firm, to: &str) -> Result<Vec<(String, String)>> {
    firm.work().await?;
    let sql = "SELECT subject, text FROM letter WHERE org = $1 AND person = $2 ORDER BY id";
    let letters: Vec<(String, String)> = firm
        .app
        .read()
        .await?
        .all(sql, kit::args![firm.org, firm.id(to)])
        .await?;
    let going = letters
        .into_iter()
        .map(|(subject, text)| (subject, app::notices::as_it_goes(&firm.app, &text)));
    Ok(going.collect())
}

//! A firm in which there is one of everything that an address can name.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use app::identity::Role;
use app::people::NewPerson;
use app::shell::{Access, Method};
use jiff::SignedDuration;
use kit::Digest;
use kit::id::PersonId;
use testkit::{Authenticator, Client, Firm, Reply};

use crate::policies;
use crate::requests::request;
use crate::statements::steps::{self, TEXT, field};

/// The ids of what there is, by the name that addresses give it.
#[derive(Clone, Debug)]
pub(crate) struct Everything {
    ids: BTreeMap<String, String>,
    pub(crate) internal_auditor: PersonId,
    pub(crate) consultant: PersonId,
}

impl Everything {
    /// Makes one of everything, as the people of the firm do.
    pub(crate) async fn of(firm: &Firm) -> Result<Everything> {
        let mut all = Everything {
            ids: BTreeMap::new(),
            internal_auditor: join(firm, "Iva Novak", Role::InternalAuditor).await?,
            consultant: join(firm, "Kim Aydin", Role::Consultant).await?,
        };
        all.statements(firm).await?;
        all.policies(firm).await?;
        all.people(firm).await?;
        all.keys(firm).await?;
        all.rest(firm).await?;
        Ok(all)
    }

    /// The address with the ids of what there is.
    pub(crate) fn at(&self, path: &str) -> String {
        fill(path, |name| self.id(path, name))
    }

    /// What `{name}` stands for in an address.
    pub(crate) fn id(&self, path: &str, name: &str) -> String {
        let found = self.ids.get(&special(path, name));
        let found = found.or_else(|| self.ids.get(name));
        found
            .unwrap_or_else(|| panic!("no {name} for {path}"))
            .clone()
    }

    fn put(&mut self, name: &str, id: impl ToString) {
        self.ids.insert(name.to_owned(), id.to_string());
    }

    /// One statement that waits for a signature, and one that is published and drafted again.
    async fn statements(&mut self, firm: &Firm) -> Result<()> {
        let waiting = steps::written(firm, TEXT).await?;
        waiting.send(firm, TEXT, "cfo").await?.sent_on()?;
        let request = waiting.request(firm).await?;
        let question = [("text", "Who pays for it?")];
        firm.cfo
            .post(&format!("{request}/questions"), &question)
            .await?
            .sent_on()?;
        self.put("request", last(&request));
        self.put(
            "question",
            one(firm, "SELECT id FROM question WHERE org = $1").await?,
        );

        let published = steps::written(firm, TEXT).await?;
        published.send(firm, TEXT, "cfo").await?.sent_on()?;
        let request = published.request(firm).await?;
        steps::signs(&firm.cfo, &request, TEXT).await?.sent_on()?;
        let publication = published.publish(&firm.infosec, 1, TEXT).await?;
        let publication = last(&publication.sent_on()?.location()?).to_owned();
        let shown = Digest::of(TEXT).to_string();
        let refusal = [("shown", shown.as_str()), ("text", "I share no screen.")];
        let away = format!("/acknowledgements/{publication}/decline");
        firm.hr.post(&away, &refusal).await?.sent_on()?;
        let declining = one(firm, "SELECT id FROM declining WHERE org = $1").await?;
        self.put("declining", declining);
        self.put("publication", publication);
        self.put("document", last(&published.path));
        self.put("statements/number", 1);
        firm.infosec
            .post(&published.at("/renewal"), &[])
            .await?
            .sent_on()?;
        firm.work().await
    }

    /// A policy that is approved, published and drafted again, and a delegation.
    async fn policies(&mut self, firm: &Firm) -> Result<()> {
        let (document, publication) = policies::in_force(firm).await?;
        let renewal = format!("/policies/{document}/renewal");
        firm.infosec.post(&renewal, &[]).await?.sent_on()?;
        let office = policies::office(firm, "cfo").await?;
        policies::give(&firm.cfo, &office, &[]).await?.sent_on()?;
        let delegation = one(firm, "SELECT id FROM delegation WHERE org = $1").await?;
        self.put("delegation", delegation);
        self.put("policies/document", document);
        self.put("api/document", document);
        self.put("policies/number", 1);
        self.put("policies/publication", publication);
        firm.work().await
    }

    /// Somebody, an import, an appointment with what it rests on, a role.
    async fn people(&mut self, firm: &Firm) -> Result<()> {
        // Files are named by their bytes, so another firm's list has to be another.
        let list = format!("Name,Email\nAda Lovelace,ada.{}@acme.example\n", firm.org);
        let columns = firm
            .hr
            .upload("/people/import", "people.csv", list.into_bytes(), &[]);
        let columns = columns.await?.sent_on()?.location()?;
        self.put("file", last(&columns));
        let chosen = [
            ("column.0", "full-name"),
            ("column.1", "email"),
            ("complete", "no"),
        ];
        let check = firm.hr.post(&format!("{columns}/columns"), &chosen).await?;
        let check = firm.hr.get(&check.sent_on()?.location()?).await?.ok()?;
        let plan = field(&check.text(), "plan")?;
        let press = [("plan", plan.as_str()), ("complete", "no")];
        let import = firm.hr.post(&columns, &press).await?.sent_on()?;
        self.put("import", last(&import.location()?));

        let ceo = firm.id("ceo").to_string();
        let office = [
            ("person", ceo.as_str()),
            ("body", "Supervisory board"),
            ("capacity", "Chair"),
            ("from", "2026-01-01"),
            ("basis", "Minute 7"),
            ("meaning", "iso-top-management"),
        ];
        let minute = firm.infosec.upload(
            "/top-management",
            "minute.pdf",
            b"%PDF-1.7".to_vec(),
            &office,
        );
        self.put("appointment", last(&minute.await?.sent_on()?.location()?));
        self.put("person", firm.id("employee"));
        let grant = "SELECT id FROM role_grant WHERE org = $1 AND role = 'human-resources'";
        self.put("grant", one(firm, grant).await?);
        Ok(())
    }

    /// What belongs to the employee: a passkey, another session, a token, a link.
    async fn keys(&mut self, firm: &Firm) -> Result<()> {
        let phone = Authenticator::at(&firm.base)?;
        phone.enrol_for(&firm.employee).await?.sent_on()?;
        let passkey = one(firm, "SELECT id FROM passkey WHERE org = $1").await?;
        self.put("passkeys/id", passkey);
        let (org, person) = (firm.org, firm.id("employee"));
        let method = app::identity::SignInMethod::Code;
        let session = app::identity::open_session(&firm.app, org, person, method).await?;
        self.put("session", Digest::of(session));
        let token = [("name", "HR export"), ("days", "30")];
        firm.employee
            .post("/preferences/tokens", &token)
            .await?
            .ok()?;
        let token = one(firm, "SELECT token FROM api_token WHERE org = $1").await?;
        self.put("preferences/token", token);
        let (now, dice) = (firm.app.clock.now(), firm.app.dice.clone());
        let owed = self.at("/acknowledgements/{publication}");
        let link = kit::act::plainly(&firm.app.db, move |db| {
            Box::pin(async move {
                let lasts = SignedDuration::from_hours(1);
                app::identity::link::make(db, org, person, &owed, now, lasts, &dice.token()).await
            })
        });
        self.put("s/token", last(&link.await?));
        self.put("setup/token", "never-ours");
        Ok(())
    }

    async fn rest(&mut self, firm: &Firm) -> Result<()> {
        firm.work().await?;
        let pack = firm.infosec.post("/packs", &[]).await?.sent_on()?;
        self.put("pack", last(&pack.location()?));
        self.put(
            "letter",
            one(firm, "SELECT id FROM letter WHERE org = $1 LIMIT 1").await?,
        );
        self.put(
            "job",
            one(firm, "SELECT id FROM job WHERE org = $1 LIMIT 1").await?,
        );
        // An act of management, which every reader of the log sees.
        self.put(
            "index",
            one(
                firm,
                "SELECT CAST(min(l.idx) AS TEXT) FROM record r \
                 JOIN leaf l ON l.org = r.org AND l.id = r.id \
                 WHERE r.org = $1 AND r.type = 'person-appointed'",
            )
            .await?,
        );
        self.put("readiness/number", 1);
        self.put("rule", "policy-ack-missing");
        self.put("key", "stmt.max_age");
        self.put("who", "ceo");
        Ok(())
    }
}

/// The address with every `{name}` filled in.
pub(crate) fn fill(path: &str, id: impl Fn(&str) -> String) -> String {
    let mut parts = path.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        filled += &id(name);
        filled += rest;
    }
    filled
}

/// The same name means different things at different addresses.
fn special(path: &str, name: &str) -> String {
    let first = path.split('/').nth(1).unwrap_or_default();
    format!("{first}/{name}")
}

/// The last part of an address.
fn last(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

async fn one(firm: &Firm, sql: &'static str) -> Result<String> {
    let mut db = firm.app.read().await?;
    let (id,): (String,) = db.one(sql, kit::args![firm.org]).await.context(sql)?;
    Ok(id)
}

/// Somebody who is not among the people of every firm, with a role.
async fn join(firm: &Firm, name: &'static str, role: Role) -> Result<PersonId> {
    firm.app
        .act_as_system(firm.org, move |act| {
            Box::pin(async move {
                let started_on = "2024-01-08"
                    .parse::<kit::Day>()
                    .map_err(anyhow::Error::from)?;
                let new = NewPerson {
                    name: name.to_owned(),
                    email: None,
                    job_title: None,
                    unit: None,
                    manager: None,
                    number: None,
                    language: None,
                    started_on,
                };
                let person = app::people::join(act, new).await?;
                app::identity::grant(act, person, role, started_on, None).await?;
                anyhow::Ok(person)
            })
        })
        .await
}

/// Somebody in a role, at a browser and with a program.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    /// The role by which somebody of the firm is here.
    pub(crate) role: Option<Role>,
    browser: Client,
    program: Client,
    firm: Firm,
    person: Option<PersonId>,
}

impl Reader {
    async fn new(firm: &Firm, name: &'static str, person: PersonId) -> Result<Reader> {
        Ok(Reader {
            name,
            role: None,
            browser: firm.browser_of(person).await?,
            program: firm.program_of(person).await?,
            firm: firm.clone(),
            person: Some(person),
        })
    }

    /// Somebody without a session.
    fn stranger(firm: &Firm, name: &'static str, browser: Client) -> Reader {
        Reader {
            name,
            role: None,
            program: browser.clone(),
            browser,
            firm: firm.clone(),
            person: None,
        }
    }

    /// Is the address for this role?
    pub(crate) fn may(&self, access: Access) -> bool {
        match access {
            Access::Public => false,
            Access::SignedIn => self.role.is_some(),
            Access::Any(roles) => self.role.is_some_and(|role| roles.contains(&role)),
        }
    }

    /// Sends what is usually sent to an address.
    pub(crate) async fn asks(&self, method: Method, path: &str, at: &str) -> Result<Reply> {
        let who = self.asks_at(path).await?;
        who.send(request(&who, method, path, at)).await
    }

    /// Whoever asks at this address: a program shows its token, and whoever signs out does so in
    /// a browser of their own.
    pub(crate) async fn asks_at(&self, path: &str) -> Result<Client> {
        match (self.person, path) {
            (Some(person), "/sign-out") => self.firm.browser_of(person).await,
            _ if path.starts_with("/api/") => Ok(self.program.clone()),
            _ => Ok(self.browser.clone()),
        }
    }
}

/// Everybody of a firm, one for each role.
pub(crate) async fn colleagues(firm: &Firm, all: &Everything) -> Result<Vec<Reader>> {
    let people = [
        ("employee", Role::Employee, firm.id("employee")),
        ("line manager", Role::LineManager, firm.id("manager")),
        ("HR", Role::HumanResources, firm.id("hr")),
        (
            "security manager",
            Role::SecurityManager,
            firm.id("infosec"),
        ),
        ("top management", Role::TopManagement, firm.id("cfo")),
        ("administrator", Role::Administrator, firm.id("admin")),
        (
            "internal auditor",
            Role::InternalAuditor,
            all.internal_auditor,
        ),
        (
            "external auditor",
            Role::ExternalAuditor,
            firm.id("auditor"),
        ),
        ("consultant", Role::Consultant, all.consultant),
    ];
    let mut readers = Vec::new();
    for (name, role, person) in people {
        let reader = Reader::new(firm, name, person).await?;
        readers.push(Reader {
            role: Some(role),
            ..reader
        });
    }
    Ok(readers)
}

/// Nobody, whoever came by a mail link to what they owe, every role, and somebody of another firm.
pub(crate) async fn everybody(firm: &Firm, all: &Everything, other: &Firm) -> Result<Vec<Reader>> {
    let nobody = Client::new(&firm.base, None)?;
    let linked = Client::new(&firm.base, None)?;
    linked.get(&all.at("/s/{token}")).await?.sent_on()?;
    let mut readers = vec![
        Reader::stranger(firm, "nobody", nobody),
        Reader::stranger(firm, "by a mail link to the acknowledgement", linked),
    ];
    readers.extend(colleagues(firm, all).await?);
    readers.push(
        Reader::new(
            other,
            "another firm's security manager",
            other.id("infosec"),
        )
        .await?,
    );
    Ok(readers)
}

/// An id of the same form that was never given out.
pub(crate) fn unknown(id: &str) -> String {
    match id.split_once('_') {
        Some((kind, rest)) if rest.len() == 26 => format!("{kind}_{}", "0".repeat(26)),
        _ => "0".repeat(id.len()),
    }
}

//! Letters, from the verb that tells to the mail server that takes them.

use crate::mail::{Catcher, free_port, with_server};
use anyhow::Result;
use app::notices::{self, Enclosed, Item, Telling, TextFile};
use kit::words::{Texts, Words};
use testkit::{Client, Engine, Firm, on_each_engine};

const TEXTS: Texts = Texts {
    english: "letter-test-subject = Please read { $title }\nletter-test-text =\n    Dear { $name },\n\n    { $organisation } asks you to read until { $due }:\n    { $link }\n\n    { $list }\nletter-test-item = { $title }: { $link }\n",
    german: "letter-test-subject = Bitte lesen: { $title }\nletter-test-text =\n    Guten Tag { $name },\n\n    bis { $due }: { $link }\n    { $list }\nletter-test-item = { $title }: { $link }\n",
};

/// The firm with words for letters of its own.
fn with_words(mut firm: Firm) -> Result<Firm> {
    let texts: Vec<Texts> = app::WORDS.iter().copied().chain([TEXTS]).collect();
    firm.app.words = Words::new(&texts)?;
    Ok(firm)
}

fn telling(firm: &Firm, who: &str) -> Telling {
    Telling {
        to: firm.id(who),
        word: "test".to_owned(),
        args: vec![
            ("title".to_owned(), "Ünïcode — 2027".to_owned()),
            ("due".to_owned(), "2026-03-24".to_owned()),
        ],
        leads_to: Some("/acknowledgements/pub_1".to_owned()),
        thread: Some("pub_1".to_owned()),
        reply_to: Some(firm.id("infosec")),
    }
}

async fn tell(firm: &Firm, telling: Telling, enclosed: Enclosed) -> Result<()> {
    firm.app
        .act_as_system(firm.org, move |act| {
            Box::pin(async move {
                notices::tell_enclosing(act, &telling, enclosed, Some("once".to_owned())).await
            })
        })
        .await
}

async fn jobs(firm: &Firm) -> Result<()> {
    app::jobs()
        .run_due(&firm.app.db, &firm.app.clock, &firm.app)
        .await
}

/// The same product as a demonstration, at another address.
async fn in_demonstration(firm: &Firm) -> Result<Client> {
    let mut app = firm.app.clone();
    app.demo = true;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://localhost:{}", listener.local_addr()?.port());
    tokio::spawn(async move { axum::serve(listener, app::shell::serve(app)).await });
    Client::new(&base, None)
}

async fn count(firm: &Firm, sql: &'static str) -> Result<i64> {
    let (count,): (i64,) = firm.app.read().await?.one(sql, vec![]).await?;
    Ok(count)
}

on_each_engine! {
    async fn a_letter_is_written_once_however_often_it_is_ordered(firm: Firm) {
        let firm = with_words(firm)?;
        tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
        tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
        // The same job twice, as after a crash between its work and the note of it.
        firm.app.act_as_system(firm.org, |act| Box::pin(async move {
            let again = "INSERT INTO job (id, org, kind, body, run_at, attempts) \
                         SELECT 'job_00000000000000000000000001', org, kind, body, run_at, 0 FROM job";
            act.db.run(again, vec![]).await
        })).await?;
        jobs(&firm).await?;
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM letter").await?, 1);
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM mail_link").await?, 1);
    }

    async fn the_administrator_sees_that_a_letter_was_written_and_not_what_it_says(firm: Firm) {
        let firm = with_words(firm)?;
        tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
        jobs(&firm).await?;
        let list = firm.admin.get("/operations/letters").await?.ok()?.text();
        assert!(list.contains("Sam Okoro") && list.contains("Kept on screen"), "{list}");
        assert!(!list.contains("Please read") && !list.contains("/s/"), "{list}");
    }

    async fn only_the_administrator_sees_the_list_of_letters(firm: Firm) {
        assert_eq!(firm.infosec.get("/operations/letters").await?.status, 403);
        assert_eq!(firm.anon.get("/operations/letters").await?.status, 401);
    }

    async fn the_outbox_exists_in_a_demonstration_only(firm: Firm) {
        let firm = with_words(firm)?;
        tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
        jobs(&firm).await?;
        assert_eq!(firm.admin.get("/demo/outbox").await?.status, 404);
        let demo = in_demonstration(&firm).await?;
        let list = demo.get("/demo/outbox").await?.ok()?.text();
        assert!(list.contains("Please read Ünïcode — 2027"), "{list}");
        let at = list.find("/demo/outbox/mail_").expect("a letter in the outbox");
        let letter = demo.get(&list[at..at + 44]).await?.ok()?.text();
        assert!(letter.contains("Dear Sam,"), "{letter}");
        assert!(letter.contains("24 March 2026"), "{letter}");
        assert!(letter.contains(&format!("<a href=\"{}/s/", firm.base)), "{letter}");
    }

    async fn a_letter_speaks_the_language_of_its_reader(firm: Firm) {
        let firm = with_words(firm)?;
        let sam = firm.id("employee");
        firm.app.act_as_system(firm.org, move |act| Box::pin(async move {
            act.db.run("UPDATE person SET language = 'de' WHERE id = $1", kit::args![sam]).await
        })).await?;
        tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
        jobs(&firm).await?;
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM letter WHERE subject LIKE 'Bitte lesen%'").await?, 1);
        assert_eq!(count(&firm, "SELECT COUNT(*) FROM letter WHERE text LIKE '%24. März 2026%'").await?, 1);
    }

    async fn a_letter_to_nobodys_address_is_kept_and_said(firm: Firm) {
        let firm = with_words(firm)?;
        let sam = firm.id("employee");
        firm.app.act_as_system(firm.org, move |act| Box::pin(async move {
            act.db.run("UPDATE person SET email = NULL, email_key = NULL WHERE id = $1", kit::args![sam]).await
        })).await?;
        tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
        jobs(&firm).await?;
        let list = firm.admin.get("/operations/letters").await?.ok()?.text();
        assert!(list.contains("There is no e-mail address."), "{list}");
    }
}

#[tokio::test]
async fn a_mail_server_takes_a_plain_letter_with_the_headers_it_needs() -> Result<()> {
    let port = free_port()?;
    let catcher = Catcher::taking(port)?;
    let firm = with_server(with_words(testkit::firm(Engine::Sqlite).await?)?, port)?;
    tell(&firm, telling(&firm, "cfo"), Enclosed::default()).await?;
    jobs(&firm).await?;

    let letters = catcher.letters()?;
    let [letter] = letters.as_slice() else {
        panic!("one letter, not {}", letters.len());
    };
    for header in [
        "Content-Type: text/plain; charset=utf-8",
        "Auto-Submitted: auto-generated",
        "Reply-To: \"Priya Raman\" <infosec@acme.example>",
        "Message-ID: <mail_",
        "In-Reply-To: <pub_1@acme.example>",
        "References: <pub_1@acme.example>",
        "From: Countersign <countersign@acme.example>",
    ] {
        assert!(letter.contains(header), "{header} is missing in\n{letter}");
    }
    assert!(letter.contains("<cfo@acme.example>"), "{letter}");
    assert!(!letter.contains("text/html"), "{letter}");
    firm.check().await
}

#[tokio::test]
async fn our_copy_of_a_sent_letter_keeps_no_link() -> Result<()> {
    let port = free_port()?;
    let _catcher = Catcher::taking(port)?;
    let firm = with_server(with_words(testkit::firm(Engine::Sqlite).await?)?, port)?;
    tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
    jobs(&firm).await?;
    let kept = "SELECT COUNT(*) FROM letter WHERE sent_at IS NOT NULL AND text = ''";
    assert_eq!(count(&firm, kept).await?, 1);
    let list = firm.admin.get("/operations/letters").await?.ok()?.text();
    assert!(list.contains("Sent"), "{list}");
    firm.check().await
}

#[tokio::test]
async fn a_file_travels_as_a_part_of_its_own() -> Result<()> {
    let port = free_port()?;
    let catcher = Catcher::taking(port)?;
    let firm = with_server(with_words(testkit::firm(Engine::Sqlite).await?)?, port)?;
    let enclosed = Enclosed {
        list: vec![Item {
            args: vec![("title".to_owned(), "One".to_owned())],
            leads_to: Some("/acknowledgements/pub_2".to_owned()),
        }],
        file: Some(TextFile {
            name: "proof.txt".to_owned(),
            media: "text/plain; charset=utf-8".to_owned(),
            text: "c2sp.org/tlog-proof@v1\n".to_owned(),
        }),
        ..Enclosed::default()
    };
    tell(&firm, telling(&firm, "employee"), enclosed).await?;
    jobs(&firm).await?;
    let letter = &catcher.letters()?[0];
    assert!(letter.contains("Content-Type: multipart/mixed"), "{letter}");
    assert!(letter.contains("filename=\"proof.txt\""), "{letter}");
    assert!(letter.contains("c2sp.org/tlog-proof@v1"), "{letter}");
    assert_eq!(count(&firm, "SELECT COUNT(*) FROM mail_link").await?, 2);
    firm.check().await
}

#[tokio::test]
async fn a_refused_address_is_said_to_the_administrator_and_not_tried_again() -> Result<()> {
    let port = free_port()?;
    let _catcher = Catcher::refusing(port)?;
    let firm = with_server(with_words(testkit::firm(Engine::Sqlite).await?)?, port)?;
    tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
    jobs(&firm).await?;
    let list = firm.admin.get("/operations/letters").await?.ok()?.text();
    assert!(list.contains("Could not be delivered"), "{list}");
    assert!(list.contains("nobody of this name"), "{list}");
    let failed = "SELECT COUNT(*) FROM job WHERE kind = 'send-letter' AND failed_at IS NOT NULL \
                  AND note NOT LIKE '%employee@acme.example%'";
    assert_eq!(count(&firm, failed).await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_server_that_is_away_gets_the_letter_when_it_is_back() -> Result<()> {
    let port = free_port()?;
    let firm = with_server(with_words(testkit::firm(Engine::Sqlite).await?)?, port)?;
    tell(&firm, telling(&firm, "employee"), Enclosed::default()).await?;
    jobs(&firm).await?;
    assert_eq!(
        count(&firm, "SELECT COUNT(*) FROM letter WHERE sent_at IS NULL").await?,
        1
    );
    let catcher = Catcher::taking(port)?;
    firm.set_clock("2026-03-10T09:10:00Z")?;
    jobs(&firm).await?;
    assert_eq!(catcher.letters()?.len(), 1);
    firm.check().await
}

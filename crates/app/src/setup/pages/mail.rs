//! Step 3: does mail go out?

use askama::Template;
use axum::extract::State;
use kit::web::{Answer, Problem};
use url::Url;

use super::{Step, founder, steps};
use crate::App;
use crate::notices::{self, Delivery, Telling};
use crate::shell::{Shell, page, redirect_saying};

#[derive(Template)]
#[template(path = "setup/pages/mail.html")]
struct MailPage {
    steps: Vec<Step>,
    /// Host and port of the server; never its password.
    server: Option<String>,
    from: String,
    /// What became of the latest test.
    test: Option<Delivery>,
    s: Shell,
}

impl MailPage {
    fn mark(&self, test: &Delivery) -> &'static str {
        match test {
            Delivery::Waiting => "doing",
            Delivery::Sent => "pass",
            Delivery::Refused => "fail",
        }
    }

    fn word(&self, test: &Delivery) -> String {
        self.s.t(match test {
            Delivery::Waiting => "setup-mail-test-waits",
            Delivery::Sent => "setup-mail-test-sent",
            Delivery::Refused => "setup-mail-test-refused",
        })
    }
}

pub(in crate::setup) async fn show(State(app): State<App>, s: Shell) -> Answer {
    let viewer = founder(&s)?;
    let mut db = app.read().await?;
    page(MailPage {
        test: notices::latest_delivery(&mut db, viewer.org, viewer.person).await?,
        steps: steps(&s, "mail"),
        server: app.config.smtp.as_deref().map(host),
        from: app.config.mail_from.clone(),
        s,
    })
}

pub(in crate::setup) async fn test(State(app): State<App>, s: Shell) -> Answer {
    let viewer = founder(&s)?;
    let letter = Telling {
        to: viewer.person,
        word: "setup-test".to_owned(),
        args: vec![],
        leads_to: None,
        thread: None,
        reply_to: None,
    };
    let told = app.act(viewer, move |act| {
        Box::pin(async move { notices::tell(act, &letter, None).await })
    });
    told.await.map_err(|e: anyhow::Error| Problem::from(e))?;
    redirect_saying("/setup/mail", s.t("setup-mail-sent"))
}

fn host(smtp: &str) -> String {
    let url: Option<Url> = smtp.parse().ok();
    let host = |url: &Url| Some((url.host_str()?.to_owned(), url.port()));
    match url.as_ref().and_then(host) {
        Some((host, Some(port))) => format!("{host}:{port}"),
        Some((host, None)) => host,
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_password_of_the_mail_server_is_not_shown() {
        assert_eq!(
            host("smtps://user:secret@mail.example.com:465"),
            "mail.example.com:465"
        );
        assert_eq!(host("smtp://mail.example.com"), "mail.example.com");
    }
}

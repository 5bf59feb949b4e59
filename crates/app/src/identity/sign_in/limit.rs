//! How often something may be tried; counted in the database, so that it holds across nodes.

use kit::Digest;
use kit::web::Problem;

use super::store;
use crate::App;

/// So many times within so many minutes.
#[derive(Clone, Copy, Debug)]
pub(in crate::identity) struct Limit {
    pub(in crate::identity) what: &'static str,
    pub(in crate::identity) times: i64,
    pub(in crate::identity) minutes: i64,
}

impl Limit {
    /// Codes for one address, asked for in one network: a stranger elsewhere does not use them up.
    pub(super) const CODES_OF_ONE_THERE: Limit = Limit {
        what: "code-there",
        times: 5,
        minutes: 60,
    };
    /// Codes for one address, so that nobody fills a mailbox from many networks.
    pub(super) const CODES_OF_ONE: Limit = Limit {
        what: "code",
        times: 30,
        minutes: 60,
    };
    /// Codes for whichever addresses, asked for in one network: a large office at nine o'clock.
    pub(super) const CODES_THERE: Limit = Limit {
        what: "codes-there",
        times: 120,
        minutes: 10,
    };
    /// Letters with codes altogether, so that nobody floods the mail server through us.
    pub(super) const CODES_MAILED: Limit = Limit {
        what: "codes-mailed",
        times: 300,
        minutes: 1,
    };
    /// Codes that reach nobody, altogether; each is a row. They never keep anybody from a code.
    pub(super) const CODES_TO_NOBODY: Limit = Limit {
        what: "codes-to-nobody",
        times: 300,
        minutes: 1,
    };
    /// Questions to authenticators of people who are not signed in, asked in one network.
    pub(super) const CHALLENGES_THERE: Limit = Limit {
        what: "challenges-there",
        times: 120,
        minutes: 1,
    };
    /// The same altogether; each is a row.
    pub(super) const CHALLENGES: Limit = Limit {
        what: "challenges",
        times: 3000,
        minutes: 1,
    };

    /// Counts one more attempt by `who`, or says how long to wait.
    ///
    /// `who` is kept as a digest: the table of attempts is no list of addresses.
    pub(in crate::identity) async fn allow(self, app: &App, who: &str) -> Result<(), Problem> {
        let who = Digest::of(who);
        let now = app.clock.now();
        let wait = kit::act::plainly(&app.db, move |db| {
            Box::pin(store::count_attempt(db, self, who, now))
        });
        match wait.await? {
            None => Ok(()),
            Some(seconds) => Err(Problem::TooMany(seconds)),
        }
    }

    /// Refuses where `who` has used everything up already, and counts nothing.
    pub(super) async fn check(self, app: &App, who: &str) -> Result<(), Problem> {
        let (who, now) = (Digest::of(who), app.clock.now());
        match store::attempts_left(&mut app.read().await?, self, who, now).await? {
            Ok(_) => Ok(()),
            Err(seconds) => Err(Problem::TooMany(seconds)),
        }
    }

    /// Seconds until the oldest of the counted minutes no longer counts.
    pub(super) fn wait(self, oldest: i64, now: kit::Moment) -> u64 {
        let until = (oldest + self.minutes) * 60;
        u64::try_from(until - now.as_millis() / 1000)
            .unwrap_or(0)
            .max(1)
    }
}

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
    /// Codes for one address.
    pub(super) const CODES_OF_ONE: Limit = Limit {
        what: "code",
        times: 5,
        minutes: 60,
    };
    /// Codes altogether, so that nobody floods mailboxes or the outbox through us.
    pub(super) const CODES_OF_ALL: Limit = Limit {
        what: "codes",
        times: 60,
        minutes: 1,
    };
    /// Questions to authenticators of people who are not signed in; each is a row.
    pub(super) const CHALLENGES: Limit = Limit {
        what: "challenges",
        times: 300,
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

    /// Seconds until the oldest of the counted minutes no longer counts.
    pub(super) fn wait(self, oldest: i64, now: kit::Moment) -> u64 {
        let until = (oldest + self.minutes) * 60;
        u64::try_from(until - now.as_millis() / 1000)
            .unwrap_or(0)
            .max(1)
    }
}

//! The people of a publication: who owes, who has done it, how many of each.

use anyhow::Result;
use kit::db::{Args, Conn, FromRow};
use kit::id::{OrgId, PersonId};
use kit::{Day, Moment, args};

use super::super::model::{Assigned, Because, Group, Standing};
use super::declinings::is_declined;
use crate::documents::PublicationId;
use crate::identity::SignInMethod;

/// Which people of a publication are looked at.
#[derive(Clone, Debug)]
pub(in crate::assignments) struct Selection {
    pub(in crate::assignments) publication: PublicationId,
    /// Only the team of this manager.
    pub(in crate::assignments) manager: Option<PersonId>,
    pub(in crate::assignments) unit: Option<String>,
    pub(in crate::assignments) standing: Option<Standing>,
    pub(in crate::assignments) group: Option<Group>,
    pub(in crate::assignments) today: Day,
}

/// One person of the list.
#[derive(Clone, Debug, FromRow)]
pub(in crate::assignments) struct Listed {
    pub(in crate::assignments) person: PersonId,
    pub(in crate::assignments) name: String,
    pub(in crate::assignments) unit: Option<String>,
    pub(in crate::assignments) left_on: Option<Day>,
    pub(in crate::assignments) because: Because,
    pub(in crate::assignments) assigned_at: Moment,
    pub(in crate::assignments) due_on: Day,
    pub(in crate::assignments) late_since: Option<Day>,
    pub(in crate::assignments) acknowledged_at: Option<Moment>,
    pub(in crate::assignments) method: Option<SignInMethod>,
    pub(in crate::assignments) is_declined: bool,
}

impl Listed {
    pub(in crate::assignments) fn assigned(&self) -> Assigned {
        Assigned {
            due_on: self.due_on,
            late_since: self.late_since,
            acknowledged_at: self.acknowledged_at,
            is_declined: self.is_declined,
            left_on: self.left_on,
        }
    }
}

/// The list, from some people on whom an index leads in the order of names or who are few.
macro_rules! listed_from {
    ($from:literal, $whose:literal) => {
        concat!(
            "SELECT p.id AS person, p.name, p.unit, p.left_on, a.because, a.assigned_at, a.due_on, \
               a.late_since, k.acknowledged_at, k.method, ",
            is_declined!(),
            " AS is_declined FROM ",
            $from,
            " JOIN assignment a ON a.org = p.org AND a.publication = $2 AND a.person = p.id \
             LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
               AND k.person = a.person \
             WHERE p.org = $1 AND ",
            $whose,
            " AND ($4 = '' OR p.unit = $4) \
               AND ($5 = '' OR $5 = CASE WHEN p.left_on < $6 THEN 'left' \
                 WHEN k.person IS NOT NULL THEN 'done' WHEN ",
            is_declined!(),
            " THEN 'declined' WHEN a.late_since IS NOT NULL OR a.due_on < $6 THEN 'late' \
                 ELSE 'open' END) \
               AND (p.name_key, p.id) > \
                 (COALESCE((SELECT name_key FROM person WHERE org = $1 AND id = $7), ''), $7) \
               AND ($9 = '' OR ($9 = 'management') = EXISTS (SELECT 1 FROM appointment b \
                 LEFT JOIN relief r ON r.org = b.org AND r.appointment = b.id \
                 WHERE b.org = $1 AND b.person = p.id AND b.from_on <= $6 \
                   AND (b.until_on IS NULL OR b.until_on >= $6) \
                   AND (r.until_on IS NULL OR r.until_on >= $6))) \
             ORDER BY p.name_key, p.id LIMIT $8"
        )
    };
}

const EVERYBODY: &str = listed_from!("person p", "$3 = ''");
const TEAM: &str = listed_from!("person p", "p.manager = $3");
const DECLINED: &str = listed_from!(
    "(SELECT DISTINCT d.person AS id FROM declining d WHERE d.org = $1 AND d.publication = $2) f \
     CROSS JOIN person p",
    "p.id = f.id AND ($3 = '' OR p.manager = $3)"
);
const MANAGEMENT: &str = listed_from!(
    "(SELECT DISTINCT b.person AS id FROM appointment b WHERE b.org = $1) f CROSS JOIN person p",
    "p.id = f.id AND ($3 = '' OR p.manager = $3)"
);

/// A page of the list, by name, after one person.
pub(in crate::assignments) async fn listed(
    db: &mut Conn,
    org: OrgId,
    of: &Selection,
    after: Option<PersonId>,
    most: i64,
) -> Result<Vec<Listed>> {
    let after = after.map(|person| person.to_string()).unwrap_or_default();
    let text = match of {
        Selection {
            standing: Some(Standing::Declined),
            ..
        } => DECLINED,
        Selection {
            group: Some(Group::Management),
            ..
        } => MANAGEMENT,
        Selection {
            manager: Some(_), ..
        } => TEAM,
        _ => EVERYBODY,
    };
    let place = args![after, most, of.group.map_or("", Group::word)];
    db.all(text, [chosen(org, of), place].concat()).await
}

fn chosen(org: OrgId, of: &Selection) -> Args {
    let manager = of.manager.map(|manager| manager.to_string());
    args![
        org,
        of.publication,
        manager.unwrap_or_default(),
        of.unit.clone().unwrap_or_default(),
        of.standing.map_or("", Standing::word),
        of.today
    ]
}

/// How many of a group have done it, and how many owe it.
#[derive(Clone, Copy, Debug, Default, FromRow)]
pub struct Tally {
    /// Everybody asked who is still there: the same people whom readiness counts.
    pub asked: i64,
    pub done: i64,
    pub declined: i64,
    pub late: i64,
}

impl Tally {
    pub(in crate::assignments) fn without(self, part: Tally) -> Tally {
        Tally {
            asked: self.asked - part.asked,
            done: self.done - part.done,
            declined: self.declined - part.declined,
            late: self.late - part.late,
        }
    }
}

/// How many assignments `a` there are, answered by the acknowledgements `k`, on a day.
macro_rules! counted {
    ($today:literal) => {
        concat!(
            "SELECT COUNT(*) AS asked, COUNT(k.person) AS done, \
               CAST(COALESCE(SUM(CASE WHEN k.person IS NULL AND ",
            is_declined!(),
            " THEN 1 ELSE 0 END), 0) AS BIGINT) AS declined, \
               CAST(COALESCE(SUM(CASE WHEN k.person IS NULL AND (a.late_since IS NOT NULL OR a.due_on < ",
            $today,
            ") AND NOT ",
            is_declined!(),
            " THEN 1 ELSE 0 END), 0) AS BIGINT) AS late"
        )
    };
}

/// The numbers of the team of one manager.
pub(in crate::assignments) async fn tally_of_team(
    db: &mut Conn,
    org: OrgId,
    (manager, unit): (PersonId, Option<String>),
    (publication, today): (PublicationId, Day),
) -> Result<Tally> {
    db.one(
        concat!(
            counted!("$5"),
            " FROM person p \
         JOIN assignment a ON a.org = p.org AND a.publication = $2 AND a.person = p.id \
         LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
           AND k.person = a.person \
         WHERE p.org = $1 AND p.manager = $3 AND ($4 = '' OR p.unit = $4) \
           AND (p.left_on IS NULL OR p.left_on >= $5)"
        ),
        args![org, publication, manager, unit.unwrap_or_default(), today],
    )
    .await
}

/// The numbers of those on the register of top management today.
pub(in crate::assignments) async fn tally_of_management(
    db: &mut Conn,
    org: OrgId,
    publication: PublicationId,
    today: Day,
) -> Result<Tally> {
    db.one(
        concat!(
            counted!("$3"),
            " FROM (SELECT DISTINCT b.org, b.person FROM appointment b \
               LEFT JOIN relief r ON r.org = b.org AND r.appointment = b.id \
               WHERE b.org = $1 AND b.from_on <= $3 \
                 AND (b.until_on IS NULL OR b.until_on >= $3) \
                 AND (r.until_on IS NULL OR r.until_on >= $3)) m \
         JOIN assignment a ON a.org = m.org AND a.publication = $2 AND a.person = m.person \
         JOIN person p ON p.org = a.org AND p.id = a.person \
         LEFT JOIN acknowledgement k ON k.org = a.org AND k.publication = a.publication \
           AND k.person = a.person \
         WHERE p.left_on IS NULL OR p.left_on >= $3"
        ),
        args![org, publication, today],
    )
    .await
}

//! The list of people as a file for a spreadsheet, page by page, so that memory stays flat.

use anyhow::Result;
use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::IntoResponse;
use futures_util::stream::try_unfold;
use kit::id::{OrgId, PersonId};
use kit::web::Answer;

use super::pages::name_shown;
use super::store::people::{self, Listed, Selection};
use crate::App;
use crate::shell::Shell;

/// People per chunk of the answer.
const CHUNK: i64 = 1_000;

/// Where the file stands: the person that was written last, and whether there are more.
struct Place {
    after: Option<PersonId>,
    begun: bool,
    ended: bool,
}

pub(super) fn answer(app: App, s: Shell, of: Selection) -> Answer {
    let org = s.reader()?.org;
    let name = format!("{}.csv", of.publication);
    let start = Place {
        after: None,
        begun: false,
        ended: false,
    };
    let chunks = try_unfold(start, move |place| {
        let (app, s, of) = (app.clone(), s.clone(), of.clone());
        async move {
            if place.ended {
                return Ok::<_, anyhow::Error>(None);
            }
            next(&app, (&s, org), &of, place).await.map(Some)
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, Body::from_stream(chunks)).into_response())
}

async fn next(
    app: &App,
    (s, org): (&Shell, OrgId),
    of: &Selection,
    place: Place,
) -> Result<(Bytes, Place)> {
    let people = people::listed(&mut app.read().await?, org, of, place.after, CHUNK).await?;
    let mut sheet = csv::Writer::from_writer(Vec::new());
    if !place.begun {
        sheet.write_record(headings(s))?;
    }
    for person in &people {
        sheet.write_record(row(s, person).map(harmless))?;
    }
    let place = Place {
        after: people.last().map(|person| person.person),
        begun: true,
        ended: (people.len() as i64) < CHUNK,
    };
    Ok((Bytes::from(sheet.into_inner()?), place))
}

fn headings(s: &Shell) -> [String; 8] {
    [
        "owed-name",
        "owed-unit",
        "owed-because",
        "owed-asked",
        "owed-by",
        "owed-acknowledged",
        "owed-how",
        "owed-standing",
    ]
    .map(|word| s.t(word))
}

fn row(s: &Shell, person: &Listed) -> [String; 8] {
    let standing = person.assigned().standing(s.today());
    [
        name_shown(s, person.person, person.name.clone()),
        person.unit.clone().unwrap_or_default(),
        s.t(&format!("owed-because-{}", person.because)),
        person.assigned_at.to_string(),
        person.due_on.to_string(),
        person
            .acknowledged_at
            .map_or_else(String::new, |at| at.to_string()),
        person
            .method
            .map_or_else(String::new, |method| method.to_string()),
        s.t(&format!("owed-standing-{standing}")),
    ]
}

/// A cell that a spreadsheet would read as a formula gets an apostrophe before it
/// (OWASP, CSV injection).
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_name_is_a_formula() {
        for name in ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1"] {
            assert_eq!(harmless(name.to_owned()), format!("'{name}"));
        }
        assert_eq!(harmless("Ada = Lovelace".to_owned()), "Ada = Lovelace");
    }
}

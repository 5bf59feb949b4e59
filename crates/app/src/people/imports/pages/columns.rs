use std::collections::BTreeMap;

use axum::extract::{Path, State};
use kit::web::{Answer, Form, Problem};

use super::super::super::import::{DateOrder, Field, Mapping, Sheet};
use super::super::super::pages::again;
use super::super::{draft, say, store};
use super::{Kept, kept, problem};
use crate::App;
use crate::shell::{Shell, page, redirect};

#[derive(askama::Template)]
#[template(path = "people/imports/pages/columns.html")]
struct ColumnsPage {
    s: Shell,
    file: Kept,
    columns: Vec<Column>,
    /// The values of the choice, with their words.
    fields: Vec<(String, String)>,
    date_order: &'static str,
    complete: bool,
    assumed: Vec<String>,
    rows: usize,
    mistakes: Vec<String>,
}

struct Column {
    heading: String,
    samples: String,
    chosen: String,
}

pub(super) async fn ask(State(app): State<App>, s: Shell, Path(file): Path<String>) -> Answer {
    let file = kept(&app, &s, &file).await?;
    // The first list of a set-up seldom names whoever sets up.
    let complete = !s.sets_up();
    show(&app, s, file, (None, complete, Vec::new())).await
}

async fn show(
    app: &App,
    s: Shell,
    file: Kept,
    (mapping, complete, mistakes): (Option<Mapping>, bool, Vec<String>),
) -> Answer {
    let mut db = app.read().await?;
    let opened = draft::open(&mut db, s.reader()?.org, file.bytes.clone(), mapping).await;
    let draft = opened.map_err(|cannot| problem(&s, cannot))?;
    page(ColumnsPage {
        columns: columns(&draft.sheet, &draft.mapping),
        fields: Field::ALL
            .iter()
            .map(|field| {
                let word = word(*field);
                let said = s.t(&format!("import-field-{word}"));
                (word, said)
            })
            .collect(),
        date_order: match draft.mapping.date_order {
            Some(DateOrder::DayFirst) => "day-first",
            Some(DateOrder::MonthFirst) => "month-first",
            None => "",
        },
        assumed: assumed(&s, &draft.sheet),
        rows: draft.sheet.rows(),
        complete,
        mistakes,
        file,
        s,
    })
}

fn columns(sheet: &Sheet, mapping: &Mapping) -> Vec<Column> {
    let samples = sheet.samples(3);
    let columns = sheet.headings().iter().zip(samples).enumerate();
    columns
        .map(|(place, (heading, samples))| Column {
            heading: heading.clone(),
            samples: samples.join(", "),
            chosen: mapping.field_of(place).map(word).unwrap_or_default(),
        })
        .collect()
}

/// Encoding and delimiter, said because they are assumptions.
pub(super) fn assumed(s: &Shell, sheet: &Sheet) -> Vec<String> {
    let say = |prefix: &str, word: serde_json::Value| {
        s.t(&format!(
            "import-{prefix}-{}",
            word.as_str().unwrap_or_default()
        ))
    };
    let word = |value: Result<serde_json::Value, _>| value.unwrap_or_default();
    vec![
        say("encoding", word(serde_json::to_value(sheet.encoding()))),
        say("delimiter", word(serde_json::to_value(sheet.delimiter()))),
    ]
}

/// The field in kebab case, as forms and words name it.
fn word(field: Field) -> String {
    match serde_json::to_value(field) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

type Typed = Vec<(String, String)>;

/// Remembers what the columns mean, for this file and for the next one that looks the same.
pub(super) async fn keep(
    State(app): State<App>,
    s: Shell,
    Path(file): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let file = kept(&app, &s, &file).await?;
    let complete = typed
        .iter()
        .any(|(name, value)| name == "complete" && value == "yes");
    let mapping = match mapping(&s, &typed)? {
        Ok(mapping) => mapping,
        Err(twice) => return again(show(&app, s, file, (None, complete, vec![twice])).await),
    };
    let (org, now) = (s.reader()?.org, s.now);
    let mut db = app.read().await?;
    let draft = draft::open(&mut db, org, file.bytes.clone(), Some(mapping.clone()))
        .await
        .map_err(|cannot| problem(&s, cannot))?;
    drop(db);
    if let Err(wrong) = draft.rows() {
        let mistakes = say::problems(s.speech(), &wrong);
        return again(show(&app, s, file, (Some(mapping), complete, mistakes)).await);
    }
    let headings = draft.sheet.signature().as_str().to_owned();
    let remembered = kit::act::plainly(&app.db, move |db| {
        Box::pin(async move { store::remember(db, org, &headings, &mapping, now).await })
    });
    remembered.await?;
    let complete = if complete { "yes" } else { "no" };
    redirect(format!(
        "/people/import/{}/check?complete={complete}",
        file.digest
    ))
}

/// What was chosen for each column; a field for two columns is a mistake.
fn mapping(s: &Shell, typed: &Typed) -> Result<Result<Mapping, String>, Problem> {
    let nonsense = || Problem::Invalid(s.t("problem-invalid-sentence"));
    let mut columns = BTreeMap::new();
    for (name, value) in typed.iter().filter(|(_, value)| !value.is_empty()) {
        let Some(column) = name.strip_prefix("column.") else {
            continue;
        };
        let column: usize = column.parse().map_err(|_| nonsense())?;
        let field: Field = serde_json::from_value(value.as_str().into()).map_err(|_| nonsense())?;
        if columns.insert(field, column).is_some() {
            let field = s.t(&format!("import-field-{value}"));
            return Ok(Err(s
                .say("import-field-twice")
                .with("field", field)
                .to_string()));
        }
    }
    let order = typed.iter().find(|(name, _)| name == "dates");
    Ok(Ok(Mapping {
        columns,
        date_order: match order.map(|(_, value)| value.as_str()) {
            Some("day-first") => Some(DateOrder::DayFirst),
            Some("month-first") => Some(DateOrder::MonthFirst),
            _ => None,
        },
    }))
}

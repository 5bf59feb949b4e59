//! The thresholds: value, origin, limit, and whether anything measures against them yet.

use ::rules::Readiness;
use ::rules::parameters::{Origin, PARAMETERS, Parameter, Threshold, Unit, find};
use axum::extract::State as On;
use kit::web::Answer as Reply;

use crate::App;
use crate::readiness::{change_parameter, judged};
use crate::shell::{Shell, page};

#[derive(askama::Template)]
#[template(path = "readiness/pages/parameters.html")]
struct ParametersPage {
    s: Shell,
    used: Vec<Figure>,
    unused: Vec<Figure>,
}

/// A threshold, ready to be shown.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) key: &'static str,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) default: String,
    pub(super) is_changed: bool,
    pub(super) origin: String,
    pub(super) limit: Option<String>,
}

pub(in crate::readiness) async fn show(On(app): On<App>, s: Shell) -> Reply {
    let org = s.reader()?.org;
    let judged = judged::judged(&app, org, s.today()).await?;
    let keys: Vec<&'static str> = PARAMETERS
        .iter()
        .flat_map(|parameter| parameter.thresholds)
        .map(|threshold| threshold.key)
        .collect();
    let (used, unused): (Vec<_>, Vec<_>) = keys
        .into_iter()
        .partition(|key| change_parameter::is_used(key));
    page(ParametersPage {
        used: figures_of(&s, &judged.readiness, &used),
        unused: figures_of(&s, &judged.readiness, &unused),
        s,
    })
}

/// Thresholds with their values as at the day.
pub(super) fn figures_of(s: &Shell, readiness: &Readiness, keys: &[&'static str]) -> Vec<Figure> {
    keys.iter()
        .filter_map(|key| find(key))
        .map(|(parameter, threshold)| figure(s, readiness, parameter, threshold))
        .collect()
}

fn figure(
    s: &Shell,
    readiness: &Readiness,
    parameter: &Parameter,
    threshold: &Threshold,
) -> Figure {
    let value = readiness
        .thresholds
        .get(threshold.key)
        .copied()
        .unwrap_or(threshold.default);
    Figure {
        key: threshold.key,
        name: s.t(&format!("parameter-{}", threshold.key.replace('.', "-"))),
        value: amount(s, value, threshold.unit),
        default: amount(s, threshold.default, threshold.unit),
        is_changed: value != threshold.default,
        origin: origin(s, parameter.origin),
        limit: threshold
            .hard_limit
            .map(|limit| amount(s, limit, threshold.unit)),
    }
}

/// `12 months`
pub(super) fn amount(s: &Shell, value: u32, unit: Unit) -> String {
    let word = match unit {
        Unit::Months => "unit-months",
        Unit::Days => "unit-days",
        Unit::WorkingDays => "unit-working-days",
        Unit::Hours => "unit-hours",
        Unit::Percent => "unit-percent",
        Unit::Times => "unit-times",
    };
    s.say(word).with("count", value).to_string()
}

pub(super) fn origin(s: &Shell, origin: Origin) -> String {
    s.t(match origin {
        Origin::Law => "origin-law",
        Origin::Standard => "origin-standard",
        Origin::OwnPolicy => "origin-own-policy",
        Origin::GoodPractice => "origin-good-practice",
    })
}

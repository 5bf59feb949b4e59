//! `countersign check`: readiness, worst first, on a log that was read again a moment ago.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use kit::Day;
use rules::State;

use crate::arguments::{Where, day, organisation};
use crate::reading;

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// As at the end of this day, instead of now
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
    /// The organisation, when there are several: its name or id
    #[arg(long)]
    org: Option<String>,
    /// For programs
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Where,
}

pub(crate) async fn run(command: Check) -> Result<ExitCode> {
    let app = command.place.open().await?;
    let org = organisation(&app, command.org.as_deref()).await?;
    reading::again(&app, org).await?;
    let readiness = app::readiness::check(&app, org, command.as_of).await?;
    if command.json {
        println!("{}", serde_json::to_string_pretty(&readiness)?);
    } else {
        print(&readiness);
    }
    Ok(ExitCode::SUCCESS)
}

fn print(readiness: &rules::Readiness) {
    println!("As at {}", readiness.as_at);
    for outcome in &readiness.results {
        let mark = match outcome.state {
            State::Fail => "!",
            State::Unknown => "?",
            State::DueSoon => "~",
            State::Pass => "+",
            State::NotApplicable => "-",
        };
        let asked = rules::rule(outcome.rule).map_or_else(String::new, |rule| rule.manual().title);
        println!(
            "{mark} {:<14} {:<4} {asked} ({})\n{:22}{}",
            outcome.state, outcome.severity, outcome.rule, "", outcome.sentence
        );
    }
}

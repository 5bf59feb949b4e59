//! Every rule and every kind of record is on the list of its folder, under the name of its file.

use anyhow::Result;

use super::Complaint;
use crate::repository::{File, Repository};

const RULES: &str = "crates/rules/src/catalog/";
const KINDS: &str = "crates/record/src/kinds/";
const GOLDEN: &str = "crates/record/golden/";

pub(crate) fn check(repo: &Repository) -> Result<Vec<Complaint>> {
    let mut complaints = Vec::new();
    let rules = repo.text(&format!("{RULES}mod.rs"))?;
    for (name, file) in modules(repo, RULES) {
        complaints.extend(unless(
            file,
            rules.contains(&format!("mod {name};")),
            "is not a module of the catalogue",
        ));
        complaints.extend(unless(
            file,
            rules.contains(&format!("{name}::RULE")),
            "is not on the list of rules",
        ));
        let id = format!("\"{}\"", kebab(name));
        complaints.extend(unless(
            file,
            file.text.contains(&id),
            "is not named after its rule",
        ));
    }
    let kinds = repo.text(&format!("{KINDS}mod.rs"))?;
    for (name, file) in modules(repo, KINDS).filter(|(_, file)| file.text.contains("impl Kind for"))
    {
        let listed = kinds
            .lines()
            .any(|line| line.trim().starts_with(&format!("{name} ")));
        complaints.extend(unless(file, listed, "is not on the list of kinds"));
        let id = format!("\"{}\"", kebab(name));
        complaints.extend(unless(
            file,
            file.text.contains(&id),
            "is not named after its kind",
        ));
        let golden = format!("{GOLDEN}{}.json", kebab(name));
        complaints.extend(unless(
            file,
            repo.file(&golden).is_some(),
            "has no golden file",
        ));
    }
    Ok(complaints)
}

fn modules<'a>(repo: &'a Repository, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a File)> {
    repo.under(folder, ".rs").filter_map(move |file| {
        let name = file.path[folder.len()..].strip_suffix(".rs")?;
        (!["mod", "tests"].contains(&name) && !name.contains('/')).then_some((name, file))
    })
}

fn unless(file: &File, fine: bool, sentence: &str) -> Option<Complaint> {
    (!fine).then(|| Complaint::about(&file.path, sentence))
}

fn kebab(name: &str) -> String {
    name.replace('_', "-")
}

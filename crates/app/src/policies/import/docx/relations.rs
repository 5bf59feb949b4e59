//! Which parts a part speaks of, and which addresses outside. Addresses are never followed.

use std::collections::HashMap;

use super::super::CannotImport;
use super::package::Package;
use super::xml::{Piece, Xml};

#[derive(Debug, Default)]
pub(super) struct Relations(HashMap<String, Relation>);

#[derive(Debug)]
struct Relation {
    kind: String,
    target: String,
    is_outside: bool,
}

impl Relations {
    /// The relations of a part: `word/document.xml` has them in `word/_rels/document.xml.rels`.
    pub(super) fn of(package: &mut Package<'_>, part: &str) -> Result<Self, CannotImport> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let own = format!("{folder}/_rels/{name}.rels");
        let own = own.trim_start_matches('/');
        if !package.has(own) {
            return Ok(Self::default());
        }
        let text = package.part(own)?;
        let mut relations = Self::default();
        let mut xml = Xml::new(&text);
        while let Some(piece) = xml.piece()? {
            let Piece::Open(element) = piece else {
                continue;
            };
            let (Some(id), Some(kind), Some(target)) = (
                element.value("Id"),
                element.value("Type"),
                element.value("Target"),
            ) else {
                continue;
            };
            let is_outside = element
                .value("TargetMode")
                .is_some_and(|mode| mode == "External");
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = if is_outside {
                target
            } else {
                beside(folder, &target)
            };
            relations.0.insert(
                id,
                Relation {
                    kind,
                    target,
                    is_outside,
                },
            );
        }
        Ok(relations)
    }

    /// The part of a kind, such as `styles`; parts outside the package are none.
    pub(super) fn part(&self, kind: &str) -> Option<String> {
        let mut parts = self.0.values().filter(|relation| !relation.is_outside);
        let part = parts.find(|relation| relation.kind == kind)?;
        Some(part.target.clone())
    }

    /// The address behind a link.
    pub(super) fn address(&self, id: &str) -> Option<&str> {
        let relation = self.0.get(id)?;
        relation.is_outside.then_some(relation.target.as_str())
    }

    /// What the document would load from elsewhere.
    pub(super) fn linked_files(&self) -> usize {
        let relations = self.0.values();
        relations
            .filter(|relation| relation.is_outside && relation.kind != "hyperlink")
            .count()
    }
}

fn beside(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

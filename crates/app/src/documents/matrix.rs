//! Who approves what: the approval matrix, itself an approved document.
//!
//! Its text is prose with one table of three columns: the kind of document, the body whose members
//! approve it, and how many of them it takes. A kind with several lines needs all of them; the
//! lines of a kind are its stages, in their order. Kinds stand in it as their words, such as
//! `topic-policy`, so that a program can hold people to it in every language.

use kit::words::Speech;

use super::DocumentKind;
use super::approval::Stage;
use crate::people::Office;

/// What a matrix begins from: the top management as a body, one line for each kind.
pub fn sample(speech: &Speech) -> String {
    let rows: Vec<String> = DocumentKind::POLICIES
        .iter()
        .map(|kind| format!("| `{kind}` | {} | 1 |", speech.t("matrix-sample-body")))
        .collect();
    format!(
        "# {}\n\n{}\n\n| {} | {} | {} |\n|---|---|---|\n{}\n",
        speech.t("matrix-sample-title"),
        speech.t("matrix-sample-text"),
        speech.t("matrix-sample-kind"),
        speech.t("matrix-sample-who"),
        speech.t("matrix-sample-quorum"),
        rows.join("\n")
    )
}

/// The lines of a matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    pub lines: Vec<Line>,
}

/// Who approves one kind of document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: DocumentKind,
    pub body: String,
    pub quorum: usize,
}

impl Matrix {
    /// Reads every table row that names a kind, a body and a number; other lines are prose.
    pub fn parse(text: &str) -> Matrix {
        Matrix {
            lines: text.lines().filter_map(Line::parse).collect(),
        }
    }

    /// The lines of a kind, in their order.
    pub fn of(&self, kind: DocumentKind) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.kind == kind)
    }

    /// The first line that these stages do not fulfil, as it stands in the matrix; nothing for a
    /// kind that the matrix does not speak of.
    pub fn missing(
        &self,
        kind: DocumentKind,
        stages: &[Stage],
        offices: &[Office],
    ) -> Option<String> {
        let mut left = stages.iter();
        self.of(kind)
            .find(|line| !left.any(|stage| line.is_fulfilled_by(stage, offices)))
            .map(Line::to_string)
    }
}

impl Line {
    fn parse(line: &str) -> Option<Line> {
        let row = line.trim().strip_prefix('|')?.strip_suffix('|')?;
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [kind, body, quorum, ..] = cells[..] else {
            return None;
        };
        let kind: DocumentKind = kind.trim_matches('`').parse().ok()?;
        let quorum = quorum.parse().ok().filter(|quorum| *quorum > 0)?;
        (!body.is_empty()).then(|| Line {
            kind,
            body: body.to_owned(),
            quorum,
        })
    }

    /// Does the stage take enough members of the body, however it ends?
    fn is_fulfilled_by(&self, stage: &Stage, offices: &[Office]) -> bool {
        let is_member = |appointment| {
            offices.iter().any(|office| {
                office.appointment == appointment
                    && office.body.to_lowercase() == self.body.to_lowercase()
            })
        };
        let others = stage
            .approvers
            .iter()
            .filter(|approver| !is_member(approver.appointment))
            .count();
        stage.quorum >= self.quorum + others
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Line { kind, body, quorum } = self;
        write!(f, "{kind}, {body}, {quorum}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::approval::Approver;
    use super::*;
    use kit::Moment;
    use kit::dice::Dice;
    use kit::id::PersonId;

    use crate::people::AppointmentId;

    const TEXT: &str = "# Who approves what\n\n| Kind | Body | How many |\n|---|---|---|\n\
        | information-security-policy | Board | 2 |\n| `topic-policy` | Board | 1 |\n\
        | lunch | Board | 1 |\n| guideline | Board | none |\n";

    fn offices() -> Vec<Office> {
        let dice = Dice::seeded(4);
        let now = Moment::from_millis(1);
        ["board", "Board", "Works council"]
            .into_iter()
            .map(|body| Office {
                appointment: AppointmentId::fresh(now, &dice),
                person: PersonId::fresh(now, &dice),
                name: String::new(),
                body: body.to_owned(),
                capacity: "Member".to_owned(),
            })
            .collect()
    }

    fn stage(quorum: usize, offices: &[&Office]) -> Stage {
        let approver = |office: &&Office| Approver {
            person: office.person,
            appointment: office.appointment,
            delegation: None,
        };
        Stage {
            quorum,
            approvers: offices.iter().map(approver).collect(),
        }
    }

    #[test]
    fn its_table_is_read_and_nothing_else() {
        let matrix = Matrix::parse(TEXT);
        assert_eq!(matrix.lines.len(), 2);
        assert_eq!(matrix.lines[0].quorum, 2);
        assert_eq!(matrix.lines[1].kind, DocumentKind::TopicPolicy);
    }

    #[test]
    fn a_stage_gives_a_line_enough_members_however_it_ends() {
        let (matrix, offices) = (Matrix::parse(TEXT), offices());
        let [a, b, other] = &offices[..] else {
            panic!()
        };
        let missing =
            |stages: &[Stage]| matrix.missing(DocumentKind::SecurityPolicy, stages, &offices);
        assert_eq!(missing(&[stage(2, &[a, b])]), None);
        let said = "information-security-policy, Board, 2";
        assert_eq!(missing(&[stage(1, &[a, b])]).as_deref(), Some(said));
        assert_eq!(missing(&[stage(2, &[a, b, other])]).as_deref(), Some(said));
        assert_eq!(missing(&[stage(3, &[a, b, other])]), None);
    }

    #[test]
    fn a_kind_it_does_not_speak_of_is_free() {
        let (matrix, offices) = (Matrix::parse(TEXT), offices());
        let anybody = [stage(1, &[&offices[2]])];
        assert_eq!(
            matrix.missing(DocumentKind::Guideline, &anybody, &offices),
            None
        );
    }
}

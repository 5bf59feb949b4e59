use crate::facts::Facts;
use crate::outcome::{Outcome, Severity, State};
use crate::questions::Question;

/// One test of the facts, and the page that explains it.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name: the gap it finds, in kebab case.
    pub id: &'static str,
    /// The part of the field it belongs to.
    pub group: Group,
    /// Which of the auditor's questions it helps to answer; none where every answer rests on it.
    pub questions: &'static [Question],
    /// 1 from the guide to control 5.4, 2 law and integrity, 3 later.
    pub tier: u8,
    /// The proposal for a gap, before anything raises or lowers it.
    pub severity: Severity,
    /// Ids of the obligations it tests.
    pub obligations: &'static [&'static str],
    /// The places that ask for it most directly, such as `iso27001:A.5.4`.
    pub requirements: &'static [&'static str],
    /// Keys of the thresholds it uses.
    pub thresholds: &'static [&'static str],
    /// Everything it can say.
    pub sentences: &'static [Sentence],
    /// The comment above it, in Markdown.
    pub(crate) comment: &'static str,
    /// The test itself: at least one outcome, whatever the facts.
    pub(crate) check: fn(&Facts) -> Vec<Outcome>,
}

/// The parts of the field into which the rules are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// A. Senior management statement.
    Statement,
    /// B. Policies.
    Policies,
    /// G. Management's own conduct.
    Conduct,
    /// J. Integrity, records, audit loop.
    Integrity,
}

/// What a rule says in one of its cases, with `{names}` where values go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// The rule that says it.
    pub rule: &'static str,
    /// The case, in kebab case, unique within the rule.
    pub case: &'static str,
    /// The state in which this is said.
    pub state: State,
    /// The severity, unless the facts raise or lower it.
    pub severity: Severity,
    /// The English sentence.
    pub english: &'static str,
}

/// A rule's page in the manual, each part in Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manual {
    /// What the rule asks for, as a title that is true where the rule passes.
    pub title: String,
    /// Which facts the rule looks at.
    pub looks_at: String,
    /// Why an auditor asks.
    pub why: String,
    /// What closes the gap.
    pub what_to_do: String,
    /// How people get around it, and how that shows.
    pub how_it_is_gamed: String,
}

impl Sentence {
    /// The case in which nothing is recorded that could be judged.
    pub(crate) const NOTHING_RECORDED: &'static str = "nothing-recorded";

    /// Said in place of a rule that was switched off; rule and severity are filled in.
    pub const SWITCHED_OFF: Self = Self {
        rule: "any",
        case: "switched-off",
        state: State::NotApplicable,
        severity: Severity::Min,
        english: "{who} switched this rule off on {on}: {reason}.",
    };

    /// The name under which translators find the sentence.
    pub fn message_id(&self) -> String {
        message_id(self.rule, self.case)
    }
}

/// `rule-<rule>-<case>`; the sentence that stands in for any rule is `rule-any-switched-off`.
pub(crate) fn message_id(rule: &str, case: &str) -> String {
    let rule = if case == Sentence::SWITCHED_OFF.case {
        Sentence::SWITCHED_OFF.rule
    } else {
        rule
    };
    format!("rule-{rule}-{case}")
}

impl Rule {
    /// What the rule finds in these facts, as they stand.
    pub fn check(&self, facts: &Facts) -> Vec<Outcome> {
        (self.check)(facts)
    }

    /// The rule's page: the comment in its file, part by part.
    pub fn manual(&self) -> Manual {
        let part = |heading: &str| self.part(heading).unwrap_or_default();
        Manual {
            title: self
                .lines()
                .find_map(|line| line.strip_prefix("# "))
                .unwrap_or(self.id)
                .to_owned(),
            looks_at: part("**Looks at** "),
            why: part("**Why** "),
            what_to_do: part("**What to do** "),
            how_it_is_gamed: part("**How it is gamed** "),
        }
    }

    /// The lines from one bold heading to the next, or to the end.
    fn part(&self, heading: &str) -> Option<String> {
        let mut lines = self.lines().skip_while(|line| !line.starts_with(heading));
        let first = lines.next()?.strip_prefix(heading)?;
        let rest = lines.take_while(|line| !line.starts_with("**"));
        let text = rest.fold(first.to_owned(), |text, line| text + "\n" + line);
        Some(text.trim_end().to_owned())
    }

    fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.comment
            .lines()
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
    }
}

/// Declares the rule of a file: its comment becomes the manual, its sentences become constants.
macro_rules! rule {
    (
        $(#[doc = $comment:literal])*
        $id:literal
        group: $group:ident,
        questions: $questions:expr,
        tier: $tier:literal,
        severity: $severity:ident,
        obligations: $obligations:expr,
        requirements: $requirements:expr,
        thresholds: $thresholds:expr,
        says: { $($name:ident = $state:ident $case:literal $english:literal;)* }
    ) => {
        $(#[doc = $comment])*
        pub(super) const RULE: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            group: $crate::rule::Group::$group,
            questions: &$questions,
            tier: $tier,
            severity: $crate::outcome::Severity::$severity,
            obligations: &$obligations,
            requirements: &$requirements,
            thresholds: &$thresholds,
            sentences: &[$($name),*],
            comment: concat!($($comment, "\n"),*),
            check,
        };

        $(const $name: $crate::rule::Sentence = $crate::rule::Sentence {
            rule: $id,
            case: $case,
            state: $crate::outcome::State::$state,
            severity: $crate::outcome::Severity::$severity,
            english: $english,
        };)*
    };
}

pub(crate) use rule;

use crate::days::{Deadline, months_before};
use crate::facts::{Communication, Endorsement, Facts};
use crate::outcome::{Args, Outcome, State, Subject};
use crate::questions::Question::Q7;
use crate::rule::rule;

rule! {
    /// # Top management speaks about security
    ///
    /// **Looks at** the security communications of the last six months, who wrote them, and who of top management stands behind each with a sign-in of their own.
    ///
    /// **Why** auditors ask staff who talks to them about security. If the answer is “only IT”, leadership is not visible, whatever the policy says.
    ///
    /// **What to do** let a member of top management say something at the next all-hands or in a message, keep the slides or the text, and have them confirm it here.
    ///
    /// **How it is gamed** the security officer writes and puts the managing director's name under it. A name is no endorsement: whoever is named confirms it personally.
    "comms-from-top-missing"
    group: Statement,
    questions: [Q7],
    tier: 1,
    severity: Min,
    obligations: ["OB-01", "OB-36"],
    requirements: ["iso27001:A.5.4", "iso27001:7.4", "iso27001:A.6.3"],
    thresholds: [],
    says: {
        RECENT = Pass "recent" "{manager} stood behind “{title}” on {sent} ({channel}); the next word from the top is due by {due}.";
        DUE_SOON = DueSoon "due-soon" "{manager} last stood behind a security communication on {sent} (“{title}”); the next is due by {due}.";
        LAPSED = Fail "lapsed" "{manager} last stood behind a security communication on {sent} (“{title}”); six months ended on {due}.";
        NAME_ONLY = Fail "name-only" "No member of top management has confirmed a security communication personally; “{title}” of {sent} rests on a name alone.";
        NONE = Fail "none" "No security communication is on record.";
        NOTHING_RECORDED = Unknown "nothing-recorded" "Not covered by this version: it keeps no record of security communications.";
    }
}

/// How long a word from the top lasts; good practice, no law or standard names a figure.
const PERIOD_MONTHS: u32 = 6;

fn check(facts: &Facts) -> Vec<Outcome> {
    vec![match &facts.communications {
        None => NOTHING_RECORDED.about(facts.organisation.subject(), &[]),
        Some(communications) => latest(facts, communications),
    }]
}

fn latest(facts: &Facts, communications: &[Communication]) -> Outcome {
    let from_top = communications
        .iter()
        .filter_map(|sent| Some((sent, endorsement_from_top(facts, sent)?)));
    let Some((sent, endorsement)) = from_top.max_by_key(|(sent, _)| sent.at) else {
        return nobody_stands_behind(facts, communications);
    };
    let on = facts.day_of(sent.at);
    let deadline = Deadline::months_after(on, PERIOD_MONTHS);
    let sentence = match deadline.state(facts.as_at()) {
        State::Fail => LAPSED,
        State::DueSoon => DUE_SOON,
        _ => RECENT,
    };
    let manager = facts.name_of(&endorsement.by);
    let args: Args<'_> = &[
        ("manager", &manager),
        ("title", &sent.title),
        ("channel", &sent.channel),
        ("sent", &on),
        ("due", &deadline.last_day),
    ];
    sentence
        .about(Subject::new(&sent.id, &sent.title), args)
        .late_by(deadline.lateness(facts.as_at()))
}

fn endorsement_from_top<'a>(facts: &Facts, sent: &'a Communication) -> Option<&'a Endorsement> {
    sent.endorsements
        .iter()
        .find(|endorsement| facts.is_top_manager(&endorsement.by, facts.day_of(endorsement.at)))
}

fn nobody_stands_behind(facts: &Facts, communications: &[Communication]) -> Outcome {
    let since = months_before(facts.as_at(), PERIOD_MONTHS);
    let recent = communications
        .iter()
        .filter(|sent| facts.day_of(sent.at) >= since)
        .max_by_key(|sent| sent.at);
    let Some(sent) = recent else {
        return NONE.about(facts.organisation.subject(), &[]);
    };
    let on = facts.day_of(sent.at);
    NAME_ONLY.about(
        Subject::new(&sent.id, &sent.title),
        &[("title", &sent.title), ("sent", &on)],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::facts::Endorsement;
    use crate::outcome::State::{DueSoon, Fail, Pass, Unknown};
    use crate::testing::{communication, firm, noon, nothing, says};

    #[test]
    fn a_word_of_the_managing_director_last_month_passes() {
        assert_eq!(says(&RULE, &firm()), (Pass, "recent"));
    }

    #[test]
    fn six_months_run_to_the_same_day_and_not_one_longer() {
        assert_eq!(
            says(&RULE, &firm().asked(2026, 11, 1)),
            (DueSoon, "due-soon")
        );
        assert_eq!(says(&RULE, &firm().asked(2026, 11, 2)), (Fail, "lapsed"));
    }

    #[test]
    fn no_register_of_communications_is_unknown_and_an_empty_one_fails() {
        assert_eq!(says(&RULE, &nothing()), (Unknown, "nothing-recorded"));
        let mut firm = firm();
        firm.communications = Some(Vec::new());
        assert_eq!(says(&RULE, &firm), (Fail, "none"));
    }

    #[test]
    fn the_managing_directors_name_under_somebody_elses_words_is_no_word_from_the_top() {
        let mut firm = firm();
        let mut written_by_it = communication("2026-05-01");
        written_by_it.author = "dana".into();
        written_by_it.endorsements.clear();
        firm.communications = Some(vec![written_by_it]);
        assert_eq!(says(&RULE, &firm), (Fail, "name-only"));
    }

    #[test]
    fn the_security_officer_cannot_stand_in_for_the_top() {
        let mut firm = firm();
        let mut from_it = communication("2026-05-01");
        from_it.endorsements = vec![Endorsement {
            by: "priya".into(),
            at: noon("2026-05-01"),
        }];
        firm.communications = Some(vec![from_it]);
        assert_eq!(says(&RULE, &firm), (Fail, "name-only"));
    }
}

//! How alike two texts are, by runs of five words.
//!
//! The share of runs of the shorter text that also occur in the longer one:
//! adding paragraphs of one's own around a copied sample does not make the copy less of a copy.

use std::collections::BTreeSet;

/// How many words make a run.
const RUN: usize = 5;

/// Likeness of two texts in whole percent, rounded down; letter case, punctuation and white space do not count.
///
/// A text of fewer than five words is one run. An empty text is like nothing.
///
/// ```
/// use rules::similarity::percent;
///
/// assert_eq!(percent("We protect what is ours.", "we protect - what is OURS"), 100);
/// assert_eq!(percent("We protect what is ours.", "Nobody reads this text here."), 0);
/// ```
pub fn percent(one: &str, other: &str) -> u8 {
    let (one, other) = (words(one), words(other));
    let (these, those) = (runs(&one), runs(&other));
    let shared = these.intersection(&those).count();
    let fewer = these.len().min(those.len());
    (shared * 100)
        .checked_div(fewer)
        .map_or(0, |percent| u8::try_from(percent).unwrap_or(100))
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn runs(words: &[String]) -> BTreeSet<&[String]> {
    if words.is_empty() {
        return BTreeSet::new();
    }
    words.windows(RUN.min(words.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::percent;

    const SAMPLE: &str = "We hold information that our customers and colleagues trusted us with. \
        Losing it would hurt them first and us next.";

    #[test]
    fn a_text_is_wholly_like_itself() {
        assert_eq!(percent(SAMPLE, SAMPLE), 100);
    }

    #[test]
    fn texts_of_different_people_have_no_run_in_common() {
        assert_eq!(
            percent(
                SAMPLE,
                "Our hospital keeps records of forty thousand patients in its archive."
            ),
            0
        );
    }

    #[test]
    fn one_changed_word_breaks_five_runs() {
        let changed = SAMPLE.replace("colleagues", "partners");
        assert_eq!(percent(SAMPLE, &changed), 68);
    }

    #[test]
    fn paragraphs_around_a_copy_do_not_hide_it() {
        let padded = format!(
            "Founded in 1950, we build pumps in Ulm. {SAMPLE} Come and visit our works on Sunday."
        );
        assert_eq!(percent(SAMPLE, &padded), 100);
    }

    #[test]
    fn nothing_is_like_an_empty_text() {
        assert_eq!(percent("", SAMPLE), 0);
        assert_eq!(percent("", ""), 0);
    }
}

//! The words that a person reads, in their language, from Fluent files.
//!
//! A slice keeps its words beside its pages (`words/en.ftl`, `words/de.ftl`) and names them
//! in its door. English is complete by definition; another language falls back to it, and a
//! test refuses a language with gaps. The pseudo-locale writes every text longer, accented
//! and from right to left, so that a page that forgot something shows it.

use std::borrow::Cow;
use std::sync::Arc;

use anyhow::{Result, anyhow};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::time::{Day, Moment};

/// What is put into a text: a word, or a number that chooses its form.
pub type Value = FluentValue<'static>;

crate::words_of! {
    /// A language that the product speaks.
    pub enum Language { English = "en", German = "de", Pseudo = "qps" }
}

impl Language {
    /// The value of `dir` on a page.
    pub fn direction(self) -> &'static str {
        if self == Language::Pseudo {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// The first language of an `Accept-Language` header that we speak.
    pub fn accepted(header: &str) -> Language {
        header
            .split(',')
            .filter_map(|range| range.split([';', '-']).next()?.trim().parse().ok())
            .next()
            .unwrap_or(Language::English)
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Language::English | Language::Pseudo => langid!("en"),
            Language::German => langid!("de"),
        }
    }
}

/// The Fluent texts of one slice, English and German.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    pub english: &'static str,
    pub german: &'static str,
}

/// Every word of the product, in every language.
pub struct Words {
    english: FluentBundle<FluentResource>,
    german: FluentBundle<FluentResource>,
    pseudo: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

impl Words {
    /// Reads the texts of every slice; a syntax error or a word defined twice is refused.
    pub fn new(texts: &[Texts]) -> Result<Arc<Words>> {
        let english: Vec<&str> = texts.iter().map(|texts| texts.english).collect();
        let german: Vec<&str> = texts.iter().map(|texts| texts.german).collect();
        let mut pseudo = bundle(Language::Pseudo, &english)?;
        pseudo.set_transform(Some(|text| fluent_pseudo::transform(text, true, true)));
        Ok(Arc::new(Words {
            english: bundle(Language::English, &english)?,
            german: bundle(Language::German, &german)?,
            pseudo,
        }))
    }

    /// The words as one person reads them.
    pub fn speak(self: &Arc<Words>, language: Language) -> Speech {
        Speech {
            words: self.clone(),
            language,
        }
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        match language {
            Language::English => &self.english,
            Language::German => &self.german,
            Language::Pseudo => &self.pseudo,
        }
    }
}

fn bundle(language: Language, texts: &[&str]) -> Result<FluentBundle<FluentResource>> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    bundle.set_use_isolating(false);
    for text in texts {
        let resource = FluentResource::try_new((*text).to_owned())
            .map_err(|(_, errors)| anyhow!("the {language} words have errors: {errors:?}"))?;
        bundle
            .add_resource(resource)
            .map_err(|e| anyhow!("{language} words twice: {e:?}"))?;
    }
    Ok(bundle)
}

/// The words in the language of one reader.
#[derive(Clone, Debug)]
pub struct Speech {
    words: Arc<Words>,
    language: Language,
}

impl Speech {
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text without arguments; templates write it as it is.
    pub fn t(&self, id: &str) -> String {
        self.render(id, None)
    }

    /// A text with arguments: `w.say("late").with("count", n)`.
    pub fn say<'a>(&'a self, id: &'a str) -> Saying<'a> {
        Saying {
            speech: self,
            id,
            args: FluentArgs::new(),
        }
    }

    /// Does this language, or English behind it, have the text?
    pub fn knows(&self, id: &str) -> bool {
        self.words.english.has_message(id)
    }

    /// `14 March 2027`
    pub fn day(&self, day: Day) -> String {
        let month = self.t(&format!("month-{}", day.0.month()));
        self.say("date-day")
            .with("day", day.0.day().to_string())
            .with("month", month)
            .with("year", day.0.year().to_string())
            .to_string()
    }

    /// `14 March 2027, 09:05` in a zone.
    pub fn moment(&self, moment: Moment, zone: &jiff::tz::TimeZone) -> String {
        let time = moment
            .timestamp()
            .to_zoned(zone.clone())
            .strftime("%H:%M")
            .to_string();
        self.say("date-time")
            .with("date", self.day(moment.day(zone)))
            .with("time", time)
            .to_string()
    }

    fn render(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let own = self.words.bundle(self.language);
        [own, &self.words.english]
            .into_iter()
            .find_map(|bundle| format_with(bundle, id, args))
            // Shown on the page and refused by the words test: never an empty button.
            .unwrap_or_else(|| format!("[{id}]"))
    }
}

fn format_with(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    Some(Cow::into_owned(text))
}

/// A text with its arguments, written when shown.
#[derive(Debug)]
pub struct Saying<'a> {
    speech: &'a Speech,
    id: &'a str,
    args: FluentArgs<'a>,
}

impl<'a> Saying<'a> {
    pub fn with(
        mut self,
        name: impl Into<Cow<'a, str>>,
        value: impl Into<FluentValue<'a>>,
    ) -> Saying<'a> {
        self.args.set(name, value);
        self
    }
}

impl std::fmt::Display for Saying<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.speech.render(self.id, Some(&self.args)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: Texts = Texts {
        english: "late = { $count ->\n    [one] one person is late\n   *[other] { $count } people are late\n}\nonly-english = yes\n",
        german: "late = { $count ->\n    [one] eine Person ist im Verzug\n   *[other] { $count } Personen sind im Verzug\n}\n",
    };

    #[test]
    fn a_text_follows_the_plural_of_its_language() {
        let german = Words::new(&[TEXTS]).unwrap().speak(Language::German);
        assert_eq!(
            german.say("late").with("count", 1).to_string(),
            "eine Person ist im Verzug"
        );
        assert_eq!(
            german.say("late").with("count", 3).to_string(),
            "3 Personen sind im Verzug"
        );
    }

    #[test]
    fn a_missing_german_text_is_said_in_english() {
        let german = Words::new(&[TEXTS]).unwrap().speak(Language::German);
        assert_eq!(german.t("only-english"), "yes");
    }

    #[test]
    fn the_first_language_we_speak_is_chosen() {
        assert_eq!(
            Language::accepted("fr-FR, de-AT;q=0.8, en;q=0.5"),
            Language::German
        );
        assert_eq!(Language::accepted("*"), Language::English);
    }
}

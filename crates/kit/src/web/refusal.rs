//! Refusals: what a verb answers instead of doing it, as a sentence for whoever asked.
//!
//! A refusal is an enum. Its `Display` is the English sentence, for programs and tests; its word
//! is the Fluent text that says the same in the reader's language. [`refusals!`](crate::refusals)
//! says both in one table, and which variants are no sentence but an answer of HTTP.

use super::Problem;
use crate::words::{Speech, Value};

/// Why something was not done.
pub trait Refusal: std::error::Error + Into<Problem> {
    /// The Fluent id of the sentence; nothing where the answer is that of HTTP.
    fn word(&self) -> Option<&'static str>;

    /// What the sentence names, such as the blanks that are left.
    fn names(&self) -> Vec<(&'static str, Value)> {
        Vec::new()
    }

    /// The sentence in the reader's language, where it has one.
    fn sentence(&self, speech: &Speech) -> Option<String> {
        let names = self.names().into_iter();
        let said = names.fold(speech.say(self.word()?), |said, (name, value)| {
            said.with(name, value)
        });
        Some(said.to_string())
    }
}

/// The problem, with its sentence in the reader's language.
pub fn in_words(refusal: impl Refusal, speech: &Speech) -> Problem {
    match refusal.sentence(speech) {
        Some(sentence) => Problem::Refused(sentence),
        None => refusal.into(),
    }
}

/// The word of each variant, then which of them are a [`Problem`] instead; `Unexpected` is our
/// fault in every enum. Behind the table, what the sentences name.
#[macro_export]
macro_rules! refusals {
    ($refusal:ident { $($other:ident is $problem:ident),+ $(,)? }) => {
        $crate::refusals!($refusal { ; $($other is $problem),+ });
    };
    ($refusal:ident {
        $($variant:ident says $word:literal),* $(,)?
        $(; $($other:ident is $problem:ident),* $(,)?)?
    }) => {
        $crate::refusals!($refusal {
            $($variant says $word),* $(; $($other is $problem),*)?
        }, |_| ::std::vec::Vec::new());
    };
    ($refusal:ident {
        $($variant:ident says $word:literal),* $(,)?
        $(; $($other:ident is $problem:ident),* $(,)?)?
    }, $names:expr) => {
        impl $crate::web::Refusal for $refusal {
            fn word(&self) -> ::std::option::Option<&'static str> {
                match self {
                    $(Self::$variant { .. } => ::std::option::Option::Some($word),)*
                    $($(Self::$other { .. } => ::std::option::Option::None,)*)?
                    Self::Unexpected(_) => ::std::option::Option::None,
                }
            }

            fn names(&self) -> ::std::vec::Vec<(&'static str, $crate::words::Value)> {
                let names: fn(&Self) -> ::std::vec::Vec<(&'static str, $crate::words::Value)> = $names;
                names(self)
            }
        }

        impl ::std::convert::From<$refusal> for $crate::web::Problem {
            fn from(refusal: $refusal) -> $crate::web::Problem {
                match refusal {
                    $refusal::Unexpected(error) => error.into(),
                    $($($refusal::$other { .. } => $crate::web::Problem::$problem,)*)?
                    said => $crate::web::Problem::Refused(said.to_string()),
                }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Texts, Words};

    #[derive(Debug, thiserror::Error)]
    enum CannotOpen {
        #[error("There is no such door.")]
        NoSuchDoor,
        #[error("The door is locked by {0}.")]
        Locked(String),
        #[error(transparent)]
        Unexpected(#[from] anyhow::Error),
    }

    crate::refusals!(CannotOpen { Locked says "door-locked"; NoSuchDoor is NotFound }, |refusal| {
        match refusal {
            CannotOpen::Locked(by) => vec![("by", by.clone().into())],
            _ => Vec::new(),
        }
    });

    fn said(refusal: CannotOpen) -> Problem {
        let texts = Texts {
            english: "door-locked = The door is locked by { $by }.\n",
            german: "door-locked = Die Tür hat { $by } abgeschlossen.\n",
        };
        let words = Words::new(&[texts]).unwrap();
        in_words(refusal, &words.speak(Language::German))
    }

    #[test]
    fn a_refusal_is_said_in_the_language_of_whoever_is_refused() {
        let locked = || CannotOpen::Locked("Ada".to_owned());
        let german = Problem::Refused("Die Tür hat Ada abgeschlossen.".to_owned());
        assert_eq!(said(locked()), german);
        let told = Problem::Refused("The door is locked by Ada.".to_owned());
        assert_eq!(Problem::from(locked()), told);
    }

    #[test]
    fn what_is_not_there_and_what_is_our_fault_has_no_sentence_of_its_own() {
        assert_eq!(said(CannotOpen::NoSuchDoor), Problem::NotFound);
        assert_eq!(said(anyhow::anyhow!("broken").into()), Problem::Unexpected);
    }
}

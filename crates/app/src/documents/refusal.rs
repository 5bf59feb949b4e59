//! Refusals in the language of whoever is refused.

use kit::web::Problem;
use kit::words::Speech;

/// A refusal that a page shows. Its `Display` is the English sentence; the Fluent text
/// `document-refused-<word>` says it in every language.
pub trait Refusal: std::error::Error + Into<Problem> {
    fn word(&self) -> &'static str;

    /// What the sentence names, such as the placeholders that are left.
    fn detail(&self) -> String {
        String::new()
    }
}

/// The problem with its sentence in the reader's language.
pub fn in_words(refusal: impl Refusal, speech: &Speech) -> Problem {
    let id = format!("document-refused-{}", refusal.word());
    let detail = refusal.detail();
    match refusal.into() {
        Problem::Refused(_) if speech.knows(&id) => {
            Problem::Refused(speech.say(&id).with("detail", detail).to_string())
        }
        problem => problem,
    }
}

/// Says for a refusal which word each variant has; `NotFound` and `Unexpected` speak for
/// themselves.
macro_rules! refusals {
    ($refusal:ident { $($variant:ident => $word:literal),* $(,)? }) => {
        $crate::documents::refusal::refusals!($refusal { $($variant => $word),* }, |_| String::new());
    };
    ($refusal:ident { $($variant:ident => $word:literal),* $(,)? }, $detail:expr) => {
        impl $crate::documents::Refusal for $refusal {
            fn word(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $word,)*
                    Self::NotFound => "not-found",
                    Self::Unexpected(_) => "unexpected",
                }
            }

            fn detail(&self) -> String {
                let detail: fn(&Self) -> String = $detail;
                detail(self)
            }
        }

        impl From<$refusal> for kit::web::Problem {
            fn from(refusal: $refusal) -> kit::web::Problem {
                match refusal {
                    $refusal::Unexpected(error) => error.into(),
                    $refusal::NotFound => kit::web::Problem::NotFound,
                    other => kit::web::Problem::Refused(other.to_string()),
                }
            }
        }
    };
}

pub(crate) use refusals;

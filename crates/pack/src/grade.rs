//! Four answers instead of one tick: each aspect of a proof is reached, partly reached or not, and says what is missing.

/// What a pack can prove, each by other means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// The pack agrees with itself and with the log's signature.
    Consistent,
    /// An independent authority says when.
    Timed,
    /// Outsiders say that there is only one history.
    Witnessed,
    /// The keys that signed belong to the people they are said to belong to.
    Identified,
}

/// How far an aspect is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grade {
    /// Entirely.
    Yes,
    /// For `reached` of `of`.
    Partly {
        /// How many.
        reached: usize,
        /// Out of how many.
        of: usize,
        /// What the others lack, as a sentence.
        missing: String,
    },
    /// Not at all.
    No {
        /// What is missing, as a sentence.
        missing: String,
    },
}

/// The four grades of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grades {
    /// See [`Aspect::Consistent`].
    pub consistent: Grade,
    /// See [`Aspect::Timed`].
    pub timed: Grade,
    /// See [`Aspect::Witnessed`].
    pub witnessed: Grade,
    /// See [`Aspect::Identified`].
    pub identified: Grade,
}

impl Aspect {
    /// All four, in the order they are printed.
    pub const ALL: [Self; 4] = [
        Self::Consistent,
        Self::Timed,
        Self::Witnessed,
        Self::Identified,
    ];

    /// The word for it in trust files and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::Timed => "timed",
            Self::Witnessed => "witnessed",
            Self::Identified => "identified",
        }
    }
}

impl Grade {
    /// `yes`, `partly` or `no`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly { .. } => "partly",
            Self::No { .. } => "no",
        }
    }

    /// What is missing; empty when nothing is.
    #[must_use]
    pub fn missing(&self) -> &str {
        match self {
            Self::Yes => "",
            Self::Partly { missing, .. } | Self::No { missing } => missing,
        }
    }

    pub(crate) fn no(missing: impl Into<String>) -> Self {
        Self::No {
            missing: missing.into(),
        }
    }
}

impl Grades {
    /// The grade of one aspect.
    #[must_use]
    pub fn of(&self, aspect: Aspect) -> &Grade {
        match aspect {
            Aspect::Consistent => &self.consistent,
            Aspect::Timed => &self.timed,
            Aspect::Witnessed => &self.witnessed,
            Aspect::Identified => &self.identified,
        }
    }
}

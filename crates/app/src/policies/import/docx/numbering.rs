//! The numbers that Word shows and does not write: bullets, 1., a), 4.2.

use std::collections::HashMap;

use super::super::CannotImport;
use super::xml::{Element, Piece, Space, Xml};

/// Word has nine levels.
pub(super) const LEVELS: usize = 9;
/// Counters that a list takes up.
type Counters = [Option<u32>; LEVELS];

#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of each abstract list.
    lists: HashMap<String, Vec<Level>>,
    /// Which abstract list a list is, and where it begins anew.
    numbers: HashMap<String, Number>,
    counters: HashMap<String, Counters>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    start: u32,
    /// Such as `%1.%2`.
    pattern: String,
}

#[derive(Clone, Debug, Default)]
struct Number {
    list: String,
    starts: HashMap<usize, u32>,
    /// Levels that it has otherwise than the abstract list.
    own: HashMap<usize, Level>,
}

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Bullet,
    /// A number that Markdown's lists have; `is_plain` unless it was a letter or Roman.
    Count {
        number: u32,
        is_plain: bool,
    },
    /// A number of several levels or with words, `4.2` or `§ 3`: people refer to it.
    Words(String),
}

impl Numbering {
    pub(super) fn read(part: &str) -> Result<Self, CannotImport> {
        let mut reading = Reading::default();
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.piece()? {
            if let Piece::Open(element) = piece
                && element.space == Space::Word
            {
                reading.learn(&element);
            }
        }
        Ok(reading.numbering)
    }

    /// Counts one more paragraph of a list; `in_words` where Markdown has no list, as before a heading.
    pub(super) fn count(&mut self, number: &str, level: usize, in_words: bool) -> Mark {
        let Some(own) = self.numbers.get_mut(number) else {
            return Mark::None;
        };
        let levels = own.levels(self.lists.get(&own.list));
        let Some(here) = levels.get(level) else {
            return Mark::None;
        };
        let counters = self.counters.entry(own.list.clone()).or_default();
        go_on(counters, level, &levels, own.starts.remove(&level));
        match here.format.as_str() {
            "none" => Mark::None,
            "bullet" => Mark::Bullet,
            _ if here.is_simple(level) && !in_words => Mark::Count {
                number: counters[level].unwrap_or(1),
                is_plain: matches!(here.format.as_str(), "decimal" | "decimalZero"),
            },
            _ => Mark::Words(written(&here.pattern, counters, &levels)),
        }
    }
}

/// The counter of a level goes on, those below it begin anew, those above it that never began begin.
fn go_on(counters: &mut Counters, level: usize, levels: &[Level], anew: Option<u32>) {
    let start = |at: usize| levels.get(at).map_or(1, |level| level.start);
    for (above, counter) in counters.iter_mut().enumerate().take(level) {
        counter.get_or_insert(start(above));
    }
    counters[level] = match (anew, counters[level]) {
        (Some(anew), _) => Some(anew),
        (None, Some(last)) => Some(last.saturating_add(1)),
        (None, None) => Some(start(level)),
    };
    for below in &mut counters[level + 1..] {
        *below = None;
    }
}

fn written(pattern: &str, counters: &Counters, levels: &[Level]) -> String {
    let mut written = pattern.to_owned();
    for (at, level) in levels.iter().enumerate().take(LEVELS) {
        let number = counters[at].unwrap_or(level.start);
        written = written.replace(&format!("%{}", at + 1), &figures(number, &level.format));
    }
    written.trim().to_owned()
}

fn figures(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number).to_lowercase(),
        "upperLetter" => letters(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "bullet" | "none" => String::new(),
        _ => number.to_string(),
    }
}

/// A to Z, then AA to ZZ, as Word counts.
fn letters(number: u32) -> String {
    let Some(at) = number.checked_sub(1).filter(|at| *at < 26 * 9) else {
        return number.to_string();
    };
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    std::iter::repeat_n(letter, (at / 26 + 1) as usize).collect()
}

fn roman(number: u32) -> String {
    const FIGURES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, figure) in FIGURES {
        while rest >= value {
            written.push_str(figure);
            rest -= value;
        }
    }
    written
}

impl Number {
    fn levels(&self, list: Option<&Vec<Level>>) -> Vec<Level> {
        let mut levels = list.cloned().unwrap_or_default();
        for (at, own) in &self.own {
            grow(&mut levels, *at);
            levels[*at] = own.clone();
        }
        levels
    }
}

/// Makes room for a level below the ninth.
fn grow(levels: &mut Vec<Level>, level: usize) {
    if levels.len() <= level {
        let blank = Level {
            start: 1,
            ..Level::default()
        };
        levels.resize(level + 1, blank);
    }
}

impl Level {
    /// Only the number of this level, with a dot, a colon or brackets at most.
    fn is_simple(&self, level: usize) -> bool {
        let own = format!("%{}", level + 1);
        let bare = self.pattern.trim_matches(|c: char| " .():-–".contains(c));
        bare == own || self.pattern.is_empty()
    }
}

/// Where the reading of the part stands.
#[derive(Default)]
struct Reading {
    numbering: Numbering,
    list: Option<String>,
    number: Option<String>,
    level: usize,
}

impl Reading {
    fn learn(&mut self, element: &Element<'_>) {
        let value = || element.value("val").unwrap_or_default();
        match element.name() {
            b"abstractNum" => {
                self.list = element.value("abstractNumId");
                self.number = None;
            }
            b"num" => {
                self.number = element.value("numId");
                self.list = None;
            }
            b"abstractNumId" => {
                if let Some(number) = self.number.clone() {
                    self.numbering.numbers.entry(number).or_default().list = value();
                }
            }
            b"lvl" | b"lvlOverride" => {
                let level = element.number("ilvl").unwrap_or(u32::MAX);
                self.level = usize::try_from(level).unwrap_or(usize::MAX);
            }
            b"startOverride" => self.start_anew(element.number("val")),
            b"numFmt" => self.level(|level| level.format = value()),
            b"start" => self.level(|level| level.start = element.number("val").unwrap_or(1)),
            b"lvlText" => self.level(|level| level.pattern = value().chars().take(60).collect()),
            _ => {}
        }
    }

    fn start_anew(&mut self, start: Option<u32>) {
        if let (Some(number), Some(start)) = (self.number.clone(), start) {
            let number = self.numbering.numbers.entry(number).or_default();
            number.starts.insert(self.level, start);
        }
    }

    /// Levels beyond the ninth are no levels.
    fn level(&mut self, learn: impl FnOnce(&mut Level)) {
        if self.level >= LEVELS {
            return;
        }
        if let Some(list) = self.list.clone() {
            let levels = self.numbering.lists.entry(list).or_default();
            grow(levels, self.level);
            learn(&mut levels[self.level]);
        } else if let Some(number) = self.number.clone() {
            let number = self.numbering.numbers.entry(number).or_default();
            let own = number.own.entry(self.level);
            learn(own.or_insert_with(|| Level {
                start: 1,
                ..Level::default()
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_roman_figures_are_as_word_counts() {
        assert_eq!([letters(1), letters(26), letters(27)], ["A", "Z", "AA"]);
        assert_eq!([roman(4), roman(1949)], ["IV", "MCMXLIX"]);
        assert_eq!(
            [letters(u32::MAX), roman(u32::MAX)],
            ["4294967295", "4294967295"]
        );
    }
}

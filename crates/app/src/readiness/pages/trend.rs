//! Answered questions over twelve months, as a picture and as a table of the same numbers.

use crate::readiness::judged::Point;
use crate::shell::Shell;

/// A bar of the picture, and a row of the table.
#[derive(Debug)]
pub(super) struct Bar {
    pub(super) day: String,
    pub(super) answered: usize,
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) height: usize,
    pub(super) label_x: usize,
    pub(super) label_y: usize,
}

/// Height of twelve answered questions, and width of a month, in units of the picture.
const FULL: usize = 120;
const STEP: usize = 40;

pub(super) fn bars(s: &Shell, points: &[Point]) -> Vec<Bar> {
    points
        .iter()
        .enumerate()
        .map(|(place, point)| {
            let height = point.answered * FULL / 12;
            Bar {
                day: s.day(&point.day),
                answered: point.answered,
                x: place * STEP + 6,
                y: FULL + 16 - height,
                height,
                label_x: place * STEP + 20,
                label_y: FULL + 12 - height,
            }
        })
        .collect()
}

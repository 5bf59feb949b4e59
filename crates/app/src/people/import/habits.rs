//! What only the whole file can tell: how it writes dates, and whether it puts family names first.

use kit::sheet::{Sheet, cells};

use super::dates::{DateOrder, Evidence};
use super::field::Field;
use super::headings::Mapping;
use super::problem::Problem;

pub(super) struct Habits {
    pub(super) date_order: Option<DateOrder>,
    pub(super) family_name_first: bool,
    /// Why the order of the dates cannot be told.
    pub(super) problem: Option<Problem>,
}

impl Habits {
    pub(super) fn of(sheet: &Sheet, mapping: &Mapping) -> Self {
        let dates =
            [Field::StartedOn, Field::LeftOn].map(|field| mapping.columns.get(&field).copied());
        let name = mapping.columns.get(&Field::FullName).copied();
        let (mut evidence, mut names, mut with_comma) = (Evidence::default(), 0_usize, 0_usize);

        for (line, record) in sheet.records() {
            for cell in dates
                .into_iter()
                .flatten()
                .filter_map(|column| record.get(column))
            {
                evidence.see(line, &cells::clean(cell));
            }
            let name = name
                .and_then(|column| record.get(column))
                .filter(|name| !cells::is_blank(name));
            names += usize::from(name.is_some());
            with_comma += usize::from(name.is_some_and(|name| name.matches(',').count() == 1));
        }

        let (date_order, problem) = match evidence.decide(mapping.date_order) {
            Ok(date_order) => (date_order, None),
            Err(problem) => (None, Some(problem)),
        };
        Self {
            date_order,
            family_name_first: names > 0 && names == with_comma,
            problem,
        }
    }
}

//! What was measured, as a table for people and as JSON for programs.

use serde_json::{Value, json};

/// One line: what was done, how much of it in which unit, and beside what it stands.
#[derive(Debug)]
pub(crate) struct Row {
    what: String,
    value: f64,
    unit: &'static str,
    beside: String,
}

impl Row {
    pub(crate) fn new(what: impl Into<String>, value: f64, unit: &'static str) -> Row {
        Row {
            what: what.into(),
            value,
            unit,
            beside: String::new(),
        }
    }

    /// Something else of the same run, or the target.
    pub(crate) fn beside(self, beside: impl Into<String>) -> Row {
        Row {
            beside: beside.into(),
            ..self
        }
    }
}

pub(crate) fn markdown(rows: &[Row]) -> String {
    let mut text = String::from("| what | measured | beside |\n|---|---:|---|\n");
    for row in rows {
        let value = number(row.value);
        text += &format!("| {} | {value} {} | {} |\n", row.what, row.unit, row.beside);
    }
    text
}

pub(crate) fn json(rows: &[Row]) -> Value {
    rows.iter()
        .map(|row| json!({"what": row.what, "value": row.value, "unit": row.unit, "beside": row.beside}))
        .collect()
}

/// Three digits that count are enough for a machine that is shared.
pub(crate) fn number(value: f64) -> String {
    if value < 10.0 {
        return format!("{value:.2}");
    }
    let whole = format!("{value:.0}");
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_short_and_grouped() {
        assert_eq!(number(0.4567), "0.46");
        assert_eq!(number(48.2), "48");
        assert_eq!(number(1_234_567.8), "1,234,568");
    }
}

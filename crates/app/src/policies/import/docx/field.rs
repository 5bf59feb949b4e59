//! Fields: words that Word computed, between marks in the text.

/// A field that began.
#[derive(Debug, Default)]
pub(super) struct Field {
    instruction: String,
    pub(super) link: Option<String>,
}

/// Fields in one another, more than Word writes.
const DEEPEST: usize = 64;
const LONGEST: usize = 4_096;

/// The fields that are open.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

impl Fields {
    pub(super) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" if self.0.len() < DEEPEST => self.0.push(Field::default()),
            "separate" => {
                if let Some(field) = self.0.last_mut() {
                    field.link = address(&field.instruction);
                }
            }
            "end" => {
                self.0.pop();
            }
            _ => {}
        }
    }

    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut()
            && field.instruction.len() < LONGEST
        {
            field.instruction.push_str(text);
        }
    }

    pub(super) fn link(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|field| field.link.as_deref())
    }
}

/// The address in `HYPERLINK "https://…"`; other instructions have none.
pub(super) fn address(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    (!address.starts_with('\\')).then(|| address.to_owned())
}

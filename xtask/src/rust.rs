//! Rust source as the checks look at it: code without comments, and the literals in it.

/// A string literal and the code right before it.
#[derive(Debug, PartialEq)]
pub(crate) struct Literal {
    pub(crate) line: usize,
    pub(crate) text: String,
    /// The last characters of code before it, such as `s.t(`.
    pub(crate) before: String,
}

/// What a source says and does.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// The source with comments gone and literals empty, line for line.
    pub(crate) code: String,
    pub(crate) literals: Vec<Literal>,
}

/// Reads a source that ships; the modules of its tests are left out.
pub(crate) fn product(text: &str) -> Source {
    read(&without_tests(text))
}

/// The source without its `#[cfg(test)]` modules, as rustfmt writes them.
pub(crate) fn without_tests(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let is_module = |next: &&str| next.starts_with("mod ") && next.ends_with('{');
        if line == "#[cfg(test)]" && lines.peek().is_some_and(is_module) {
            for inner in lines.by_ref() {
                if inner == "}" {
                    break;
                }
            }
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// Reads a source or an expression.
pub(crate) fn read(text: &str) -> Source {
    let mut reader = Reader {
        rest: text,
        line: 1,
        source: Source::default(),
    };
    while !reader.rest.is_empty() {
        reader.step();
    }
    reader.source
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    source: Source,
}

impl Reader<'_> {
    fn step(&mut self) {
        if self.rest.starts_with("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.skip(end);
        } else if self.rest.starts_with("/*") {
            self.skip(end_of_comment(self.rest));
        } else if let Some(hashes) = self.raw_string() {
            self.raw_literal(hashes);
        } else if self.rest.starts_with('"') {
            self.literal();
        } else if self.rest.starts_with('\'') {
            self.skip(end_of_character(self.rest));
        } else {
            self.keep();
        }
    }

    fn keep(&mut self) {
        let Some(c) = self.rest.chars().next() else {
            return;
        };
        self.source.code.push(c);
        self.line += usize::from(c == '\n');
        self.rest = &self.rest[c.len_utf8()..];
    }

    /// Leaves out `length` bytes, but not their line breaks.
    fn skip(&mut self, length: usize) {
        let (skipped, rest) = self.rest.split_at(length);
        let breaks = skipped.matches('\n').count();
        self.source.code.extend(std::iter::repeat_n('\n', breaks));
        self.line += breaks;
        self.rest = rest;
    }

    /// The number of hashes if a raw string begins here.
    fn raw_string(&self) -> Option<usize> {
        let after_name = self
            .source
            .code
            .ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = self
            .rest
            .strip_prefix('b')
            .unwrap_or(self.rest)
            .strip_prefix('r')?;
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        (!after_name && rest[hashes..].starts_with('"')).then_some(hashes)
    }

    fn raw_literal(&mut self, hashes: usize) {
        let start = self.rest.find('"').map_or(0, |quote| quote + 1);
        let close = format!("\"{}", "#".repeat(hashes));
        let length = self.rest[start..]
            .find(&close)
            .unwrap_or(self.rest.len() - start);
        let text = self.rest[start..start + length].to_owned();
        self.note(text, (start + length + close.len()).min(self.rest.len()));
    }

    fn literal(&mut self) {
        let length = end_of_string(&self.rest[1..]);
        let text = unescaped(&self.rest[1..=length]);
        self.note(text, (length + 2).min(self.rest.len()));
    }

    fn note(&mut self, text: String, length: usize) {
        let code = &self.source.code;
        let start = code.len().saturating_sub(24);
        let start = (start..=code.len())
            .find(|at| code.is_char_boundary(*at))
            .unwrap_or(0);
        let before = code[start..].trim_end().to_owned();
        self.source.literals.push(Literal {
            line: self.line,
            text,
            before,
        });
        self.source.code.push_str("\"\"");
        self.skip(length);
    }
}

/// The length of the text before the closing quote.
fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// `'a'` and `'\n'` are characters, `'a` is a lifetime: then only the quote is taken.
fn end_of_character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => text[2..]
            .char_indices()
            .skip(1)
            .find(|(_, c)| *c == '\'')
            .map_or(1, |(at, _)| at + 3),
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

fn end_of_comment(text: &str) -> usize {
    let mut depth = 0;
    for (at, pair) in text.as_bytes().windows(2).enumerate() {
        match pair {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 2;
        }
    }
    text.len()
}

/// The text as the program sees it: lines that are joined with `\` are one, escapes are undone.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            ('\\', Some('\n')) => while rest.next_if(|c| c.is_whitespace()).is_some() {},
            ('\\', Some('n')) => {
                rest.next();
                plain.push('\n');
            }
            ('\\', Some(_)) => plain.extend(rest.next()),
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_no_code_and_literals_are_empty_in_it() {
        let source = read("let a = \"x // y\"; // z\n/* a /* b */ c */ let b = 'd';\n");
        assert_eq!(source.code, "let a = \"\"; \n let b = ;\n");
    }

    #[test]
    fn a_literal_knows_its_line_and_what_stands_before_it() {
        let source = read("fn f() {\n    s.t(\"key\")\n}");
        assert_eq!(source.literals[0].line, 2);
        assert_eq!(source.literals[0].text, "key");
        assert!(source.literals[0].before.ends_with("s.t("));
    }

    #[test]
    fn joined_lines_escapes_and_raw_strings_are_read_as_the_program_reads_them() {
        let source = read("(\"one \\\n     two\", \"a\\\"b\", r#\"c \"d\" e\"#, b\"f\")");
        let texts: Vec<&str> = source.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["one two", "a\"b", "c \"d\" e", "f"]);
    }

    #[test]
    fn a_lifetime_is_not_a_character_and_a_quote_character_opens_no_string() {
        let source = read("fn f<'a>(x: &'a str) { g('\"', '\\'', \"h\") }");
        assert_eq!(source.literals.len(), 1);
        assert!(
            source.code.contains("str) { g(, , \"\") }"),
            "{}",
            source.code
        );
    }

    #[test]
    fn test_modules_do_not_ship() {
        let text = "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
        assert_eq!(without_tests(text), "fn a() {}\n\nfn c() {}\n");
    }
}

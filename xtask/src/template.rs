//! A template as the checks look at it: markup on one side, expressions on the other.

/// A piece of a template.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece<'a> {
    /// HTML with the line it begins on.
    Markup(usize, &'a str),
    /// What stands in `{{ }}` or `{% %}`.
    Expression(usize, &'a str),
}

/// Cuts a template into its pieces; comments (`{# #}`) are left out.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some((at, close)) = opening(rest) {
        pieces.push(Piece::Markup(line, &rest[..at]));
        line += breaks(&rest[..at]);
        let end = rest[at..]
            .find(close)
            .map_or(rest.len(), |end| at + end + 2);
        if close != "#}" {
            let inner = rest[at + 2..end].trim_end_matches(close);
            pieces.push(Piece::Expression(line, inner));
        }
        line += breaks(&rest[at..end]);
        rest = &rest[end..];
    }
    pieces.push(Piece::Markup(line, rest));
    pieces
}

fn opening(text: &str) -> Option<(usize, &'static str)> {
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
        .into_iter()
        .filter_map(|(open, close)| Some((text.find(open)?, close)))
        .min()
}

fn breaks(text: &str) -> usize {
    text.matches('\n').count()
}

/// The template as a browser would get it: every expression is one `\u{0}`, line for line.
pub(crate) fn page(text: &str) -> String {
    let mut page = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Markup(_, markup) => page.push_str(markup),
            Piece::Expression(_, inner) => {
                page.push('\u{0}');
                page.extend(std::iter::repeat_n('\n', breaks(inner)));
            }
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_cut_at_its_expressions() {
        let cut = pieces("<p>\n{{ a }} b{# c #}{% if d %}");
        assert_eq!(
            cut,
            [
                Piece::Markup(1, "<p>\n"),
                Piece::Expression(2, " a "),
                Piece::Markup(2, " b"),
                Piece::Markup(2, ""),
                Piece::Expression(2, " if d "),
                Piece::Markup(2, ""),
            ]
        );
    }
}

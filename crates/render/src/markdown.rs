//! Markdown as a tree of data that the template prints, with every text already [`Printed`].
//!
//! Raw HTML is shown as it was written, since hiding it would hide part of what was signed; images are named, not
//! loaded; only addresses of the web and of mail become links, and they are printed beside their text.

mod headings;

use std::collections::{BTreeMap, BTreeSet};

use comrak::nodes::{
    ListType, Node as Comrak, NodeLink, NodeList, NodeTable, NodeValue, TableAlignment,
};
use comrak::{Arena, Options};
use serde::Serialize;

use crate::CannotTypeset;
use crate::ink::{Ink, MAY_BREAK, Printed};
use crate::input::within;

/// Levels of the Markdown tree; typst itself gives up at about twice as many.
const DEPTH: usize = 24;
const COLUMNS: usize = 16;

/// One part of the text; `is` tells the template which.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(crate) enum Node {
    Heading {
        level: usize,
        kids: Vec<Node>,
    },
    Paragraph {
        kids: Vec<Node>,
    },
    /// The text of an item in a tight list: a paragraph without space around it.
    Plain {
        kids: Vec<Node>,
    },
    List {
        start: Option<usize>,
        tight: bool,
        /// Every item has a box of its own instead of a bullet.
        tasks: bool,
        items: Vec<Vec<Node>>,
    },
    Quote {
        kids: Vec<Node>,
    },
    Block {
        text: Printed,
    },
    Table {
        columns: Vec<&'static str>,
        header: Vec<Vec<Node>>,
        rows: Vec<Vec<Vec<Node>>>,
    },
    Rule,
    Text {
        text: Printed,
    },
    Code {
        text: Printed,
    },
    Emph {
        kids: Vec<Node>,
    },
    Strong {
        kids: Vec<Node>,
    },
    Strike {
        kids: Vec<Node>,
    },
    Link {
        to: String,
        kids: Vec<Node>,
        shown: Option<Printed>,
    },
    Break,
    /// A footnote; without kids it points to one that was printed before.
    Note {
        name: String,
        kids: Option<Vec<Node>>,
    },
}

/// Reads the Markdown and puts its headings in order.
pub(crate) fn read(
    markdown: &str,
    title: &str,
    image: &str,
    ink: &mut Ink<'_>,
) -> Result<Vec<Node>, CannotTypeset> {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, markdown, &options());
    let mut reader = Reader {
        ink,
        image,
        notes: notes(root),
        begun: BTreeSet::new(),
        depth: 0,
    };
    let nodes = reader.kids(root)?;
    Ok(headings::in_order(nodes, title))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    options
}

fn notes<'a>(root: Comrak<'a>) -> BTreeMap<String, Comrak<'a>> {
    root.children()
        .filter_map(|node| match &node.data().value {
            NodeValue::FootnoteDefinition(note) => Some((note.name.clone(), node)),
            _ => None,
        })
        .collect()
}

struct Reader<'r, 'b, 'a> {
    ink: &'r mut Ink<'b>,
    image: &'r str,
    notes: BTreeMap<String, Comrak<'a>>,
    begun: BTreeSet<String>,
    depth: usize,
}

impl<'a> Reader<'_, '_, 'a> {
    fn kids(&mut self, node: Comrak<'a>) -> Result<Vec<Node>, CannotTypeset> {
        if self.depth == DEPTH {
            return Err(CannotTypeset::TooDeep { limit: DEPTH });
        }
        self.depth += 1;
        let mut kids = Vec::new();
        for child in node.children() {
            kids.extend(self.node(child)?);
        }
        self.depth -= 1;
        Ok(kids)
    }

    fn node(&mut self, node: Comrak<'a>) -> Result<Option<Node>, CannotTypeset> {
        let value = &node.data().value;
        Ok(Some(match value {
            NodeValue::Heading(heading) => Node::Heading {
                level: usize::from(heading.level),
                kids: self.kids(node)?,
            },
            NodeValue::Paragraph if in_tight_list(node) => Node::Plain {
                kids: self.kids(node)?,
            },
            NodeValue::Paragraph => Node::Paragraph {
                kids: self.kids(node)?,
            },
            NodeValue::List(list) => self.list(node, list)?,
            NodeValue::BlockQuote => Node::Quote {
                kids: self.kids(node)?,
            },
            NodeValue::Table(table) => self.table(node, table)?,
            NodeValue::Emph => Node::Emph {
                kids: self.kids(node)?,
            },
            NodeValue::Strong => Node::Strong {
                kids: self.kids(node)?,
            },
            NodeValue::Strikethrough => Node::Strike {
                kids: self.kids(node)?,
            },
            NodeValue::Link(link) => self.link(node, link)?,
            NodeValue::Image(link) => self.picture(node, link)?,
            NodeValue::FootnoteReference(note) => self.note(&note.name)?,
            value => return Ok(self.leaf(value)),
        }))
    }

    /// What has no kids, and what is not printed where it stands.
    fn leaf(&mut self, value: &NodeValue) -> Option<Node> {
        Some(match value {
            NodeValue::Text(text) => self.text(text),
            NodeValue::SoftBreak => self.text(" "),
            NodeValue::LineBreak => Node::Break,
            NodeValue::Code(code) => Node::Code {
                text: self.ink.text(&code.literal),
            },
            NodeValue::HtmlInline(html) => Node::Code {
                text: self.ink.text(html),
            },
            NodeValue::CodeBlock(code) => Node::Block {
                text: self.ink.code(code.literal.trim_end()),
            },
            NodeValue::HtmlBlock(html) => Node::Block {
                text: self.ink.code(html.literal.trim_end()),
            },
            NodeValue::ThematicBreak => Node::Rule,
            _ => return None,
        })
    }

    fn text(&mut self, text: &str) -> Node {
        Node::Text {
            text: self.ink.text(text),
        }
    }

    fn list(&mut self, node: Comrak<'a>, list: &NodeList) -> Result<Node, CannotTypeset> {
        let start = (list.list_type == ListType::Ordered).then_some(list.start);
        let items = node
            .children()
            .map(|item| self.item(item))
            .collect::<Result<_, _>>()?;
        let tasks = node
            .children()
            .all(|item| matches!(item.data().value, NodeValue::TaskItem(_)));
        Ok(Node::List {
            start,
            tight: list.tight,
            tasks,
            items,
        })
    }

    fn item(&mut self, item: Comrak<'a>) -> Result<Vec<Node>, CannotTypeset> {
        let mut kids = self.kids(item)?;
        if let NodeValue::TaskItem(task) = &item.data().value {
            let mark = self.text(if task.symbol.is_some() {
                "☑ "
            } else {
                "☐ "
            });
            match kids.first_mut() {
                Some(Node::Paragraph { kids } | Node::Plain { kids }) => kids.insert(0, mark),
                _ => kids.insert(0, Node::Plain { kids: vec![mark] }),
            }
        }
        Ok(kids)
    }

    fn table(&mut self, node: Comrak<'a>, table: &NodeTable) -> Result<Node, CannotTypeset> {
        within("number of columns of a table", table.num_columns, COLUMNS)?;
        let columns = table.alignments.iter().map(alignment).collect();
        let mut rows = node
            .children()
            .map(|row| self.row(row))
            .collect::<Result<Vec<_>, _>>()?;
        let header = rows.remove(0);
        Ok(Node::Table {
            columns,
            header,
            rows,
        })
    }

    fn row(&mut self, row: Comrak<'a>) -> Result<Vec<Vec<Node>>, CannotTypeset> {
        row.children().map(|cell| self.kids(cell)).collect()
    }

    fn link(&mut self, node: Comrak<'a>, link: &NodeLink) -> Result<Node, CannotTypeset> {
        let kids = self.kids(node)?;
        let address = link.url.strip_prefix("mailto:").unwrap_or(&link.url);
        let shown = self.ink.address(address);
        let (kids, shown) = match plain(&kids).replace(MAY_BREAK, "") == address {
            true => (vec![Node::Text { text: shown }], None),
            false => (kids, Some(shown)),
        };
        match (is_public(&link.url), shown) {
            (true, shown) => Ok(Node::Link {
                to: link.url.clone(),
                kids,
                shown,
            }),
            (false, Some(shown)) => Ok(self.beside(kids, &shown)),
            (false, None) => Ok(Node::Plain { kids }),
        }
    }

    fn picture(&mut self, node: Comrak<'a>, link: &NodeLink) -> Result<Node, CannotTypeset> {
        let mut kids = vec![Node::Text {
            text: self.ink.text(&format!("{}: ", self.image)),
        }];
        kids.extend(self.kids(node)?);
        let address = self.ink.address(&link.url);
        Ok(self.beside(vec![Node::Emph { kids }], &address))
    }

    /// Text and the address it stands for, without a link.
    fn beside(&mut self, mut kids: Vec<Node>, address: &Printed) -> Node {
        if !address.is_blank() {
            kids.push(self.text(&format!(" ({})", address.as_str())));
        }
        Node::Plain { kids }
    }

    fn note(&mut self, name: &str) -> Result<Node, CannotTypeset> {
        let definition = self.notes.get(name).copied();
        let kids = match definition {
            Some(definition) if self.begun.insert(name.to_owned()) => {
                Some(inline_first(self.kids(definition)?))
            }
            _ => None,
        };
        Ok(Node::Note {
            name: hex::encode(name),
            kids,
        })
    }
}

/// The plain text of a few nodes, as typst would put it into the outline.
fn plain(nodes: &[Node]) -> String {
    nodes.iter().map(plain_of).collect()
}

fn plain_of(node: &Node) -> String {
    match node {
        Node::Text { text } | Node::Code { text } => text.as_str().to_owned(),
        Node::Emph { kids }
        | Node::Strong { kids }
        | Node::Strike { kids }
        | Node::Plain { kids } => plain(kids),
        Node::Link { kids, .. } => plain(kids),
        _ => String::new(),
    }
}

/// The first paragraph of a footnote stands beside its number.
fn inline_first(mut kids: Vec<Node>) -> Vec<Node> {
    if let Some(first) = kids.first_mut()
        && let Node::Paragraph { kids } = first
    {
        *first = Node::Plain {
            kids: std::mem::take(kids),
        };
    }
    kids
}

fn in_tight_list(paragraph: Comrak<'_>) -> bool {
    let Some(item) = paragraph.parent() else {
        return false;
    };
    let Some(list) = item.parent() else {
        return false;
    };
    matches!(
        item.data().value,
        NodeValue::Item(_) | NodeValue::TaskItem(_)
    ) && matches!(list.data().value, NodeValue::List(ref list) if list.tight)
}

fn is_public(url: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
        && url.len() <= 2000
        && url.bytes().all(|b| b.is_ascii_graphic())
}

fn alignment(column: &TableAlignment) -> &'static str {
    match column {
        TableAlignment::None | TableAlignment::Left => "start",
        TableAlignment::Center => "center",
        TableAlignment::Right => "end",
    }
}

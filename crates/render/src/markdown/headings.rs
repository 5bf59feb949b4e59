//! Headings as PDF/UA-1 wants them: from the first level down, no level skipped, none empty (ISO 14289-1 §7.4.2).

use super::{Node, plain};
use crate::ink::is_blank;

/// Puts the headings in order and drops a first heading that only repeats the title.
pub(super) fn in_order(mut nodes: Vec<Node>, title: &str) -> Vec<Node> {
    if matches!(nodes.first(), Some(Node::Heading { kids, .. }) if plain(kids).trim() == title.trim())
    {
        nodes.remove(0);
    }
    let top = top(&nodes);
    let mut last = 0;
    level(&mut nodes, top, &mut last);
    nodes
}

fn top(nodes: &[Node]) -> usize {
    nodes
        .iter()
        .filter_map(|node| {
            if let Node::Heading { level, .. } = node {
                Some(*level)
            } else {
                None
            }
        })
        .min()
        .unwrap_or(1)
}

/// Headings inside of quotes and lists take part: the reader of the tags meets them in the same order.
fn level(nodes: &mut [Node], top: usize, last: &mut usize) {
    for node in nodes {
        match node {
            Node::Heading { kids, .. } if is_blank(&plain(kids)) => {
                *node = Node::Paragraph {
                    kids: std::mem::take(kids),
                }
            }
            Node::Heading { level, .. } => {
                *level = (level.saturating_sub(top) + 1).min(*last + 1);
                *last = *level;
            }
            Node::Quote { kids } => level(kids, top, last),
            Node::List { items, .. } => items.iter_mut().for_each(|item| level(item, top, last)),
            _ => {}
        }
    }
}

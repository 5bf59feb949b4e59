//! Which of the blocks that came took the place of which that went.
//!
//! By position alone, one new paragraph at the top would lay every edited one below it beside a
//! stranger. So blocks that share words are paired first, in order, with the greatest likeness in
//! all; what stands between two pairs is paired by position.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// More comparisons than this take too long; then position has to do.
const MOST_COMPARISONS: usize = 250_000;
/// Blocks that have less in common, in percent of their words, are strangers.
const LEAST_LIKENESS: u32 = 40;

/// Bits of the mark by which strangers are told apart without a look at their words.
const BITS: u64 = 1024;

/// A block that went, one that came, or both.
pub(super) type Pair = (Option<usize>, Option<usize>);

pub(super) fn pairs(before: &[&str], after: &[&str]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut old, mut new) = (0, 0);
    for (at_old, at_new) in alike(before, after) {
        by_position(&mut pairs, old..at_old, new..at_new);
        pairs.push((Some(at_old), Some(at_new)));
        (old, new) = (at_old + 1, at_new + 1);
    }
    by_position(&mut pairs, old..before.len(), new..after.len());
    pairs
}

fn by_position(
    pairs: &mut Vec<Pair>,
    mut old: std::ops::Range<usize>,
    mut new: std::ops::Range<usize>,
) {
    loop {
        match (old.next(), new.next()) {
            (None, None) => return,
            pair => pairs.push(pair),
        }
    }
}

/// The pairs in order whose likeness is greatest in all.
fn alike(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    let count = before.len().saturating_mul(after.len());
    if count <= 1 || count > MOST_COMPARISONS {
        return Vec::new();
    }
    let (old, new) = (words_of(before), words_of(after));
    let best = best(&old, &new);
    let (mut at, mut pairs) = ((0, 0), Vec::new());
    while at.0 < old.len() && at.1 < new.len() {
        let (i, j) = at;
        let here = best[i][j];
        at = match () {
            () if here == best[i + 1][j] => (i + 1, j),
            () if here == best[i][j + 1] => (i, j + 1),
            () => {
                pairs.push(at);
                (i + 1, j + 1)
            }
        };
    }
    pairs
}

/// For every two places the greatest likeness of all that follows them.
fn best(old: &[Words], new: &[Words]) -> Vec<Vec<u32>> {
    let mut best = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let likeness = likeness(&old[i], &new[j]);
            let paired = if likeness < LEAST_LIKENESS {
                0
            } else {
                likeness + best[i + 1][j + 1]
            };
            best[i][j] = paired.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    best
}

/// The words of a block, as numbers in order, each once; and a bit for each of them.
struct Words {
    numbers: Vec<u64>,
    mark: [u64; (BITS / 64) as usize],
}

fn words_of(blocks: &[&str]) -> Vec<Words> {
    blocks.iter().map(|block| Words::of(block)).collect()
}

impl Words {
    fn of(block: &str) -> Self {
        let numbers: BTreeSet<u64> = block.split_whitespace().map(number).collect();
        let mut mark = [0; (BITS / 64) as usize];
        for number in &numbers {
            let bit = number % BITS;
            mark[(bit / 64) as usize] |= 1 << (bit % 64);
        }
        Self {
            numbers: numbers.into_iter().collect(),
            mark,
        }
    }

    /// Words have a bit in common at least where they have a word in common.
    fn may_be_like(&self, other: &Self) -> bool {
        let bits = |words: &Self| words.mark.iter().map(|part| part.count_ones()).sum::<u32>();
        let both = self.mark.iter().zip(&other.mark);
        let shared: u32 = both.map(|(one, other)| (one & other).count_ones()).sum();
        shared * 200 >= (bits(self) + bits(other)) * (LEAST_LIKENESS / 2)
    }
}

fn number(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

/// Words in common, in percent of all; nothing for strangers.
fn likeness(one: &Words, other: &Words) -> u32 {
    if !one.may_be_like(other) {
        return 0;
    }
    let all = one.numbers.len() + other.numbers.len();
    let percent = (shared(&one.numbers, &other.numbers) * 200).checked_div(all);
    u32::try_from(percent.unwrap_or_default()).unwrap_or_default()
}

fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                shared += 1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edited_blocks_find_each_other_past_a_new_one() {
        let old = ["we lock all the doors", "we keep all the keys"];
        let new = [
            "something new",
            "we lock all our doors",
            "we keep all our keys",
        ];
        assert_eq!(
            pairs(&old, &new),
            [(None, Some(0)), (Some(0), Some(1)), (Some(1), Some(2))]
        );
    }

    #[test]
    fn strangers_are_paired_by_position() {
        assert_eq!(
            pairs(&["a b", "c d", "e"], &["x", "y"]),
            [(Some(0), Some(0)), (Some(1), Some(1)), (Some(2), None)]
        );
        assert_eq!(pairs(&[], &["x"]), [(None, Some(0))]);
    }

    #[test]
    fn every_block_stands_in_one_pair_in_order_whatever_the_blocks_are() {
        let words = ["a b c", "a b d", "c", "", "a", "b c d", "a b c"];
        for split in 0..words.len() {
            let (old, new) = words.split_at(split);
            let pairs = pairs(old, new);
            let olds: Vec<usize> = pairs.iter().filter_map(|pair| pair.0).collect();
            let news: Vec<usize> = pairs.iter().filter_map(|pair| pair.1).collect();
            assert_eq!(olds, (0..old.len()).collect::<Vec<_>>());
            assert_eq!(news, (0..new.len()).collect::<Vec<_>>());
        }
    }
}

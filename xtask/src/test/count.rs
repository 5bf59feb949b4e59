//! How many tests passed, read from what the test programs print.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Count {
    /// A step that counts as one.
    pub(super) fn one(passed: bool) -> Count {
        Count {
            passed: passed.into(),
            failed: (!passed).into(),
        }
    }

    /// The sum of what `cargo test` and `node --test` say, or one for a step that counts nothing.
    /// A step that failed has at least one failure, whatever it says.
    pub(super) fn read(printed: &str, succeeded: bool) -> Count {
        let mut count = Count::default();
        for line in printed.lines() {
            count += of_cargo(line).or_else(|| of_node(line)).unwrap_or_default();
        }
        if count == Count::default() {
            return Count::one(succeeded);
        }
        if !succeeded && count.failed == 0 {
            count.failed = 1;
        }
        count
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// `test result: ok. 14 passed; 0 failed; 0 ignored; …`
fn of_cargo(line: &str) -> Option<Count> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |word: &str| {
        let part = numbers
            .split(';')
            .find(|part| part.trim_end().ends_with(word))?;
        part.trim().split(' ').next()?.parse().ok()
    };
    Some(Count {
        passed: number("passed")?,
        failed: number("failed")?,
    })
}

/// `# pass 12` (TAP) or `ℹ pass 12` (for people).
fn of_node(line: &str) -> Option<Count> {
    let line = line
        .strip_prefix("# ")
        .or_else(|| line.strip_prefix("ℹ "))?;
    let (word, number) = line.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Count {
            passed: number,
            failed: 0,
        }),
        "fail" | "cancelled" => Some(Count {
            passed: 0,
            failed: number,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_both_test_programs_are_summed() {
        let printed = "test result: ok. 14 passed; 0 failed; 1 ignored; 0 measured\n\
                       test result: FAILED. 2 passed; 3 failed; 0 ignored\n# pass 5\nℹ fail 1\n";
        assert_eq!(
            Count::read(printed, false),
            Count {
                passed: 21,
                failed: 4
            }
        );
    }

    #[test]
    fn a_step_that_counts_nothing_is_one() {
        assert_eq!(
            Count::read("Finished\n", true),
            Count {
                passed: 1,
                failed: 0
            }
        );
    }

    #[test]
    fn a_step_that_broke_before_its_tests_did_is_a_failure() {
        let printed = "test result: ok. 14 passed; 0 failed\nerror: could not compile\n";
        assert_eq!(
            Count::read(printed, false),
            Count {
                passed: 14,
                failed: 1
            }
        );
    }
}

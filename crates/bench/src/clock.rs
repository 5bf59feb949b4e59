//! The one place that reads the machine's clock.

use std::time::{Duration, Instant};

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
pub(crate) fn start() -> Instant {
    Instant::now()
}

/// The middle and the slowest but one in a hundred, in milliseconds.
pub(crate) fn spread(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    (at(50), at(99))
}

//! The one place that reads the machine's clock.

use std::time::{Duration, Instant};

#[expect(clippy::disallowed_methods, reason = "a benchmark measures")]
pub(crate) fn start() -> Instant {
    Instant::now()
}

/// Lets a standing clock run, so that ids follow each other as they do in life.
pub(crate) async fn run(clock: kit::Clock) {
    let (from, begun) = (clock.now().as_millis(), start());
    loop {
        tokio::time::sleep(Duration::from_millis(1)).await;
        let passed = begun.elapsed().as_millis() as i64;
        clock.set(kit::Moment::from_millis(from + passed));
    }
}

/// The middle and the slowest but one in a hundred, in milliseconds.
pub(crate) fn spread(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    (at(50), at(99))
}

//! The child process by itself: what `countersign typeset` does, for tests and measurements.

use std::process::ExitCode;

fn main() -> ExitCode {
    render::typeset_stdin()
}

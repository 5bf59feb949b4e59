//! `countersign-verify`, the program; what it does is in the library, which `countersign verify` shares.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    countersign_verify::run(&countersign_verify::Arguments::parse())
}

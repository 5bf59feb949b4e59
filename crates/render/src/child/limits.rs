//! What the child forbids itself before it reads a word.

use std::io;

/// Private memory, stacks included.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1 << 30;

/// Processor time, should the parent be gone and nobody watch the clock.
#[cfg(target_os = "linux")]
const SECONDS: u64 = 40;

/// The largest file, should standard output be one.
#[cfg(target_os = "linux")]
const OUTPUT: u64 = 64 << 20;

#[cfg(target_os = "linux")]
pub(super) fn set() -> io::Result<()> {
    use rustix::process::Resource;

    limit(Resource::Data, MEMORY)?;
    limit(Resource::Cpu, SECONDS)?;
    limit(Resource::Fsize, OUTPUT)?;
    limit(Resource::Core, 0)
}

/// Lowers a limit and leaves one that is lower already.
#[cfg(target_os = "linux")]
fn limit(resource: rustix::process::Resource, most: u64) -> io::Result<()> {
    use rustix::process::{Rlimit, getrlimit, setrlimit};

    let most = getrlimit(resource)
        .maximum
        .map_or(most, |given| given.min(most));
    Ok(setrlimit(
        resource,
        Rlimit {
            current: Some(most),
            maximum: Some(most),
        },
    )?)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn set() -> io::Result<()> {
    Ok(())
}

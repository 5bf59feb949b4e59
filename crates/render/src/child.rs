//! Typesetting in a process of its own, which can be stopped and whose memory is bounded.
//!
//! The parent writes the input as JSON to the child's standard input; the child answers with a PDF on standard output,
//! or with a [`CannotTypeset`] as JSON on standard error.

mod limits;

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::{CannotTypeset, Typeset};

/// The longest a document may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The most the child reads: attached files in base64 and the texts.
const INPUT: u64 = 32 << 20;

/// Threads of the child. More gain little for a few pages, and each has its stack.
const THREADS: &str = "2";

/// Typesets the document in a child process: `program typeset`, which calls [`typeset_stdin`].
///
/// The child gets an empty environment and 20 seconds.
/// On Linux it also limits itself to 1 GiB of memory; elsewhere only time and input are limited.
/// Blocks until the child has ended.
///
/// # Errors
/// Every [`CannotTypeset`]; `Slow` and `Died` when the child was stopped or failed.
pub fn render_in_child(program: &Path, input: &Typeset) -> Result<Vec<u8>, CannotTypeset> {
    input.check()?;
    let request = serde_json::to_vec(input).map_err(died)?;
    let child = Command::new(program)
        .arg("typeset")
        .env_clear()
        .env("RAYON_NUM_THREADS", THREADS)
        .env("RUST_MIN_STACK", crate::STACK.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(died)?;
    attend(child, request, PATIENCE)
}

/// What the program does when it is called with `typeset`: one document from standard input to standard output.
pub fn typeset_stdin() -> ExitCode {
    match answer() {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            let _ = serde_json::to_writer(io::stderr(), &refusal);
            ExitCode::FAILURE
        }
    }
}

fn answer() -> Result<(), CannotTypeset> {
    limits::set().map_err(died)?;
    let input: Typeset = serde_json::from_reader(io::stdin().lock().take(INPUT)).map_err(died)?;
    let pdf = crate::typeset(&input)?;
    io::stdout().write_all(&pdf).map_err(died)
}

/// Feeds the child and waits for its answer, no longer than the patience lasts.
fn attend(
    mut child: Child,
    request: Vec<u8>,
    patience: Duration,
) -> Result<Vec<u8>, CannotTypeset> {
    let mut stdin = child.stdin.take().ok_or_else(|| died("it has no input"))?;
    thread::spawn(move || stdin.write_all(&request));
    let pdf = listen(child.stdout.take());
    let reason = listen(child.stderr.take());
    let Ok(pdf) = pdf.recv_timeout(patience) else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(CannotTypeset::Slow {
            seconds: patience.as_secs(),
        });
    };
    let status = child.wait().map_err(died)?;
    if status.success() {
        return Ok(pdf);
    }
    Err(refusal(
        status,
        &reason.recv_timeout(patience).unwrap_or_default(),
    ))
}

fn listen(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<Vec<u8>> {
    let (said, heard) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        let _ = said.send(bytes);
    });
    heard
}

fn refusal(status: ExitStatus, reason: &[u8]) -> CannotTypeset {
    serde_json::from_slice(reason).unwrap_or_else(|_| died(status))
}

fn died(reason: impl ToString) -> CannotTypeset {
    CannotTypeset::Died(reason.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Child {
        Command::new("sh")
            .args(["-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a shell")
    }

    #[test]
    fn a_child_that_takes_too_long_is_stopped() {
        let outcome = attend(shell("exec sleep 60"), vec![], Duration::from_millis(50));

        assert_eq!(outcome, Err(CannotTypeset::Slow { seconds: 0 }));
    }

    #[test]
    fn a_child_that_crashes_is_reported() {
        let outcome = attend(shell("kill -ABRT $$"), vec![], PATIENCE);

        let Err(CannotTypeset::Died(reason)) = outcome else {
            panic!("{outcome:?}")
        };
        assert!(reason.contains("signal: 6"), "{reason}");
    }

    #[test]
    fn a_child_that_does_not_read_its_input_is_no_obstacle() {
        let outcome = attend(shell("exec printf pdf"), vec![b' '; 1 << 20], PATIENCE);

        assert_eq!(outcome, Ok(b"pdf".to_vec()));
    }
}

//! From the command to the first answer, with an empty folder, and what it then holds in memory.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::clock;
use crate::process::{memory_of, program};
use crate::table::Row;

const RUNS: usize = 7;

pub(crate) async fn measure() -> Result<Vec<Row>> {
    tokio::task::spawn_blocking(runs).await?
}

fn runs() -> Result<Vec<Row>> {
    let mut times = Vec::new();
    let mut memory = Vec::new();
    for _ in 0..RUNS {
        let (time, resident) = once()?;
        times.push(time);
        memory.push(resident);
    }
    memory.sort_by(f64::total_cmp);
    let (middle, _) = clock::spread(times);
    Ok(vec![
        Row::new("start to first answer, empty folder", middle, "ms")
            .beside("target: at most 300 ms"),
        Row::new("memory when idle", memory[RUNS / 2], "MB").beside("target: at most 60 MB"),
    ])
}

fn once() -> Result<(Duration, f64)> {
    let folder = tempfile::tempdir()?;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let start = clock::start();
    let mut server = serve(folder.path(), &address)?;
    let first = first_answer(&address, || start.elapsed());
    let resident = first.is_ok().then(|| {
        std::thread::sleep(Duration::from_secs(1));
        memory_of(server.id(), "VmRSS")
    });
    server.kill()?;
    server.wait()?;
    Ok((first?, resident.context("the server answered")??))
}

fn serve(folder: &Path, address: &str) -> Result<Child> {
    let server = Command::new(program()?)
        .args(["serve", "--listen", address, "--data"])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    server.context("failed to start the server")
}

fn first_answer(address: &str, elapsed: impl Fn() -> Duration) -> Result<Duration> {
    while elapsed() < Duration::from_secs(20) {
        if let Ok(mut stream) = TcpStream::connect(address) {
            write!(
                stream,
                "GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
            )?;
            let mut answer = [0; 12];
            if stream.read_exact(&mut answer).is_ok() && answer.ends_with(b"200") {
                return Ok(elapsed());
            }
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    bail!("the server did not answer within twenty seconds")
}

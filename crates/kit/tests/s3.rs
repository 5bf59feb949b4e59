//! Files in an S3-compatible store: moto's server, which is no imitation of ours.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use kit::Digest;
use kit::config::Config;
use kit::files::{self, Files};
use kit::web::Problem;

/// Where `cargo xtask test` puts programs that only the checks need.
const TOOLS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/../tools");

const WHO: &str = "Authorization: AWS4-HMAC-SHA256 \
    Credential=key/20260310/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0";

struct Store {
    server: Child,
    port: u16,
}

impl Store {
    fn start() -> Result<Store> {
        let program = Path::new(TOOLS).join("moto/bin/moto_server");
        ensure!(
            program.exists(),
            "{} is missing; cargo xtask test installs it",
            program.display()
        );
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = Command::new("setpriv")
            .args(["--pdeathsig", "KILL"])
            .arg(&program)
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let store = Store { server, port };
        for _ in 0..600 {
            if store.put("/minutes", b"").is_ok() {
                return Ok(store);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        anyhow::bail!("{} did not start", program.display())
    }

    /// Puts bytes at an address of the store, past the product.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port))?;
        let length = bytes.len();
        // The store asks who it is and does not check it.
        let head = format!(
            "PUT {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n{WHO}\r\n\
             Connection: close\r\n\r\n"
        );
        connection.write_all(head.as_bytes())?;
        connection.write_all(bytes)?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        ensure!(answer.contains(" 200 OK"), "{answer}");
        Ok(())
    }

    fn files(&self) -> Result<Files> {
        Files::open(&Config {
            files: Some("s3://minutes/acme".to_owned()),
            s3_endpoint: Some(format!("http://127.0.0.1:{}", self.port)),
            s3_access_key: Some("key".to_owned()),
            s3_secret_key: Some("secret".to_owned()),
            ..Config::default()
        })
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // It may have ended already, which is what is wanted.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[tokio::test]
async fn files_are_kept_by_their_digest_and_read_back_against_it() -> Result<()> {
    let store = Store::start()?;
    let files = store.files()?;
    let large: Vec<u8> = (0..3_000_000_u32).map(|n| n as u8).collect();
    for bytes in [b"minutes".to_vec(), Vec::new(), large] {
        let digest = files.put(bytes.clone()).await?;
        assert_eq!(files.put(bytes.clone()).await?, digest, "twice is harmless");
        assert_eq!(files.get(digest).await?.as_deref(), Some(&*bytes));
    }
    assert_eq!(files.get(Digest::of("never kept")).await?, None);

    let name = Digest::of("minutes").to_string();
    let place = format!("/minutes/acme/{}/{}", &name[..2], &name[2..]);
    store.put(&place, b"forged")?;
    let forged = files.get(Digest::of("minutes")).await.err();
    let forged = forged.context("it was served")?;
    assert!(
        forged.to_string().contains("is not what was kept"),
        "{forged:#}"
    );

    drop(store);
    let away = files.put(b"other".to_vec()).await.err();
    let unread = files.get(Digest::of("minutes")).await.err();
    for error in [away, unread] {
        let error = error.context("the store has ended")?;
        assert!(files::is_away(&error), "{error:#}");
        assert_eq!(Problem::from(error), Problem::Unavailable);
    }
    Ok(())
}

//! The keys that sign the logs: one seed of the installation, one key per log.

use std::path::Path;

use anyhow::{Context, Result, bail};
use hkdf::Hkdf;
use kit::config::Config;
use kit::dice::Dice;
use sha2::Sha256;
use tlog::note::Signer;

/// The seed from which the key of each log is derived (HKDF-SHA-256, the origin as context).
#[derive(Clone)]
pub struct LogKeys([u8; 32]);

impl std::fmt::Debug for LogKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LogKeys(secret)")
    }
}

impl LogKeys {
    /// Reads the seed from the configuration or from `log-key` in the data folder, where the
    /// first start makes one that only its owner can read.
    pub fn open(config: &Config, dice: &Dice) -> Result<LogKeys> {
        if let Some(text) = &config.log_key {
            return parse(text).context("log_key is not 64 hex digits");
        }
        let file = config.data.join("log-key");
        match std::fs::read_to_string(&file) {
            Ok(text) => parse(&text).with_context(|| file.display().to_string()),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => make(&file, dice),
            Err(e) => Err(e).with_context(|| format!("failed to read {}", file.display())),
        }
    }

    /// Fixed keys for tests: anybody can sign with them.
    pub fn from_seed(seed: [u8; 32]) -> LogKeys {
        LogKeys(seed)
    }

    /// The signer of one log.
    pub fn signer(&self, origin: &str) -> Result<Signer> {
        let mut seed = [0; 32];
        Hkdf::<Sha256>::new(Some(b"countersign/log-key/v1"), &self.0)
            .expand(origin.as_bytes(), &mut seed)
            .map_err(|_| anyhow::anyhow!("32 bytes are within the limits of HKDF"))?;
        Ok(Signer::from_seed(origin, seed)?)
    }
}

fn parse(text: &str) -> Result<LogKeys> {
    let mut seed = [0; 32];
    hex::decode_to_slice(text.trim(), &mut seed)?;
    if seed == [0; 32] {
        bail!("a key of zeros is no key");
    }
    Ok(LogKeys(seed))
}

fn make(file: &Path, dice: &Dice) -> Result<LogKeys> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let seed = dice.bytes::<32>();
    let mut options = std::fs::OpenOptions::new();
    let mut key = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .with_context(|| format!("failed to make {}", file.display()))?;
    writeln!(key, "{}", hex::encode(seed))?;
    key.sync_all()?;
    Ok(LogKeys(seed))
}

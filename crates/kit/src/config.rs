//! Configuration: flags win over environment, environment over `countersign.toml`.
//!
//! Every key of the file is also `COUNTERSIGN_<KEY>` and, for secrets that live in files,
//! `COUNTERSIGN_<KEY>_FILE`. The program reads all of it once, at the start.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use url::Url;

/// What the server needs to know; the default is a server that works on this machine.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The address to listen on.
    pub listen: String,
    /// The folder for database, files and keys.
    pub data: PathBuf,
    /// `postgres://…`; without it SQLite in the data folder.
    pub database: Option<String>,
    /// The address that people see, such as `https://countersign.example.com`.
    pub public_url: Option<String>,
    /// `smtp://user:password@host:port`, `smtps://…`; without it mail is kept on screen.
    pub smtp: Option<String>,
    /// The sender of mail.
    pub mail_from: String,
    /// `s3://bucket/prefix`; without it the folder `files` in the data folder.
    pub files: Option<String>,
    pub s3_endpoint: Option<String>,
    pub s3_region: Option<String>,
    pub s3_access_key: Option<String>,
    pub s3_secret_key: Option<String>,
    /// The 32-byte seed of the log keys, as 64 hex digits; without it a file in the data folder.
    pub log_key: Option<String>,
    /// What Prometheus sends as a bearer token; without it `/metrics` is open only while nobody
    /// but this machine is served.
    pub metrics_token: Option<String>,
    /// The header in which our own proxy notes the client's address, such as `x-forwarded-for`;
    /// without it the connection tells. Only where nobody reaches us past the proxy.
    pub client_address_header: Option<String>,
    /// `text` or `json`.
    pub log_format: String,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            listen: "127.0.0.1:8054".to_owned(),
            data: PathBuf::from("./countersign-data"),
            database: None,
            public_url: None,
            smtp: None,
            mail_from: "Countersign <countersign@localhost>".to_owned(),
            files: None,
            s3_endpoint: None,
            s3_region: None,
            s3_access_key: None,
            s3_secret_key: None,
            log_key: None,
            metrics_token: None,
            client_address_header: None,
            log_format: "text".to_owned(),
        }
    }
}

const KEYS: [&str; 15] = [
    "listen",
    "data",
    "database",
    "public_url",
    "smtp",
    "mail_from",
    "files",
    "s3_endpoint",
    "s3_region",
    "s3_access_key",
    "s3_secret_key",
    "log_key",
    "metrics_token",
    "client_address_header",
    "log_format",
];

impl Config {
    /// Reads the file (if it is there) and the environment that is handed in.
    pub fn read(file: &Path, environment: impl Fn(&str) -> Option<String>) -> Result<Config> {
        let mut table = match std::fs::read_to_string(file) {
            Ok(text) => text
                .parse::<toml::Table>()
                .with_context(|| file.display().to_string())?,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => toml::Table::new(),
            Err(e) => return Err(e).with_context(|| format!("failed to read {}", file.display())),
        };
        for key in KEYS {
            if let Some(value) = from_environment(key, &environment)? {
                table.insert(key.to_owned(), toml::Value::String(value));
            }
        }
        let config: Config = table
            .try_into()
            .context("the configuration has a mistake")?;
        config.checked()
    }

    fn checked(self) -> Result<Config> {
        if !["text", "json"].contains(&self.log_format.as_str()) {
            bail!(
                "log_format is \"text\" or \"json\", not {:?}",
                self.log_format
            );
        }
        if let Some(url) = &self.public_url {
            let url: Url = url.parse().context("public_url is not an address")?;
            if url
                .host_str()
                .is_none_or(|host| host.parse::<std::net::IpAddr>().is_ok())
            {
                bail!("public_url needs a name: a passkey cannot belong to an IP address");
            }
        }
        Ok(self)
    }

    /// Where SQLite lives when no other database is named.
    pub fn database_url(&self) -> String {
        let file = || self.data.join("countersign.db").display().to_string();
        self.database.clone().unwrap_or_else(file)
    }

    /// The address that people see; `localhost` when none is configured, because the relying
    /// party of a passkey is a name.
    pub fn address(&self) -> Url {
        let port = self.listen.rsplit(':').next().unwrap_or("8054");
        let local = format!("http://localhost:{port}");
        let text = self.public_url.as_deref().unwrap_or(&local);
        text.parse()
            .expect("checked when read; the local address is an address")
    }
}

fn from_environment(
    key: &str,
    environment: &impl Fn(&str) -> Option<String>,
) -> Result<Option<String>> {
    let name = format!("COUNTERSIGN_{}", key.to_uppercase());
    if let Some(value) = environment(&name) {
        return Ok(Some(value));
    }
    let Some(file) = environment(&format!("{name}_FILE")) else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(&file).with_context(|| format!("failed to read {file}"))?;
    Ok(Some(text.trim_end().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_wins_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("countersign.toml");
        std::fs::write(&file, "listen = \"127.0.0.1:1\"\nsmtp = \"smtp://file\"").unwrap();
        let environment = |name: &str| (name == "COUNTERSIGN_LISTEN").then(|| "[::1]:2".to_owned());
        let config = Config::read(&file, environment).unwrap();
        assert_eq!(config.listen, "[::1]:2");
        assert_eq!(config.smtp.as_deref(), Some("smtp://file"));
    }

    #[test]
    fn a_secret_may_live_in_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("secret");
        std::fs::write(&secret, "smtps://u:p@h\n").unwrap();
        let path = secret.display().to_string();
        let environment = |name: &str| (name == "COUNTERSIGN_SMTP_FILE").then(|| path.clone());
        let config = Config::read(Path::new("/nowhere"), environment).unwrap();
        assert_eq!(config.smtp.as_deref(), Some("smtps://u:p@h"));
    }

    #[test]
    fn an_unknown_key_is_a_mistake() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("countersign.toml");
        std::fs::write(&file, "lisen = \"127.0.0.1:1\"").unwrap();
        let error = Config::read(&file, |_| None).unwrap_err();
        assert!(format!("{error:#}").contains("lisen"), "{error:#}");
    }

    #[test]
    fn an_ip_address_is_no_relying_party() {
        let environment =
            |name: &str| (name == "COUNTERSIGN_PUBLIC_URL").then(|| "http://10.0.0.1".to_owned());
        assert!(Config::read(Path::new("/nowhere"), environment).is_err());
    }
}

//! Files by their digest, in a folder or an S3-compatible store.
//!
//! A file is written under the SHA-256 of its bytes and read back against it, so that a
//! changed byte is a failure and never an answer. Writing the same bytes twice is harmless.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use axum::body::Bytes;
use futures_util::stream::{BoxStream, Fuse, try_unfold};
use futures_util::{StreamExt, TryStreamExt};
use object_store::buffered::BufWriter;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt};
use sha2::{Digest as _, Sha256};
use tokio::io::AsyncWriteExt;

use crate::Digest;
use crate::config::Config;

/// The store of files; cheap to clone.
#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    prefix: String,
}

impl Files {
    /// Opens what the configuration names.
    pub fn open(config: &Config) -> Result<Files> {
        match &config.files {
            None => Files::in_folder(&config.data.join("files")),
            Some(place) => in_s3(place, config),
        }
    }

    /// Files in a folder, made when missing.
    pub fn in_folder(folder: &Path) -> Result<Files> {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("failed to make {}", folder.display()))?;
        let store = object_store::local::LocalFileSystem::new_with_prefix(folder)?;
        Ok(Files {
            store: Arc::new(store.with_fsync(true)),
            prefix: String::new(),
        })
    }

    /// Keeps the bytes; their digest is their name.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<Digest> {
        let digest = Digest::of(&bytes);
        self.store
            .put(&self.key(digest), bytes.into())
            .await
            .context("failed to keep a file")?;
        Ok(digest)
    }

    /// Keeps what stands in an open file, from where it stands; memory stays flat.
    pub async fn put_file(&self, file: std::fs::File, digest: Digest) -> Result<()> {
        let mut from = tokio::fs::File::from_std(file);
        let mut to = BufWriter::new(self.store.clone(), self.key(digest));
        tokio::io::copy(&mut from, &mut to)
            .await
            .context("failed to keep a file")?;
        to.shutdown().await.context("failed to keep a file")
    }

    /// The bytes with this digest one after another, or `None` when there is no such file. The
    /// last of them come only when all of them are what was kept.
    pub async fn stream(
        &self,
        digest: Digest,
    ) -> Result<Option<BoxStream<'static, Result<Bytes>>>> {
        let found = match self.store.get(&self.key(digest)).await {
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            found => found.context("failed to read a file")?,
        };
        let reading = Reading {
            chunks: found.into_stream().fuse(),
            read: Sha256::new(),
            held: None,
            digest,
        };
        Ok(Some(try_unfold(reading, Reading::next).boxed()))
    }

    /// The bytes with this digest, or `None` when there is no such file.
    pub async fn get(&self, digest: Digest) -> Result<Option<Vec<u8>>> {
        let found = match self.store.get(&self.key(digest)).await {
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            found => found.context("failed to read a file")?,
        };
        let bytes = found
            .bytes()
            .await
            .context("failed to read a file")?
            .to_vec();
        if Digest::of(&bytes) != digest {
            bail!("the stored file {} is not what was kept", digest.short());
        }
        Ok(Some(bytes))
    }

    fn key(&self, digest: Digest) -> Key {
        let name = digest.to_string();
        Key::from(format!("{}{}/{}", self.prefix, &name[..2], &name[2..]))
    }
}

/// A file on its way out.
struct Reading {
    chunks: Fuse<BoxStream<'static, object_store::Result<Bytes>>>,
    read: Sha256,
    /// Read, and not handed out before it is known whether more comes.
    held: Option<Bytes>,
    digest: Digest,
}

impl Reading {
    async fn next(mut self) -> Result<Option<(Bytes, Reading)>> {
        while let Some(chunk) = self
            .chunks
            .try_next()
            .await
            .context("failed to read a file")?
        {
            self.read.update(&chunk);
            if let Some(before) = self.held.replace(chunk) {
                return Ok(Some((before, self)));
            }
        }
        let Some(last) = self.held.take() else {
            return Ok(None);
        };
        if Digest(self.read.clone().finalize().into()) != self.digest {
            let name = self.digest.short();
            bail!("the stored file {name} is not what was kept");
        }
        Ok(Some((last, self)))
    }
}

/// Did this failure come from a store that is away or full?
pub fn is_away(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<object_store::Error>())
        .any(|cause| matches!(cause, object_store::Error::Generic { .. }))
}

fn in_s3(place: &str, config: &Config) -> Result<Files> {
    let Some(rest) = place.strip_prefix("s3://") else {
        bail!("files is a place such as s3://bucket/prefix, not {place:?}");
    };
    // Fails when a provider is already there, which is just as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let mut builder = object_store::aws::AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_retry(patience())
        .with_region(config.s3_region.as_deref().unwrap_or("us-east-1"))
        .with_allow_http(
            config
                .s3_endpoint
                .as_deref()
                .is_some_and(|e| e.starts_with("http://")),
        );
    if let Some(endpoint) = &config.s3_endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    if let (Some(key), Some(secret)) = (&config.s3_access_key, &config.s3_secret_key) {
        builder = builder
            .with_access_key_id(key)
            .with_secret_access_key(secret);
    }
    let prefix = match prefix.trim_matches('/') {
        "" => String::new(),
        prefix => format!("{prefix}/"),
    };
    Ok(Files {
        store: Arc::new(builder.build()?),
        prefix,
    })
}

/// How often a store that stumbles is asked again: somebody waits for the answer.
fn patience() -> object_store::RetryConfig {
    object_store::RetryConfig {
        max_retries: 3,
        retry_timeout: std::time::Duration::from_secs(10),
        ..object_store::RetryConfig::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_reads_back_by_its_digest_and_twice_is_harmless() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let digest = files.put(b"minutes".to_vec()).await.unwrap();
        assert_eq!(files.put(b"minutes".to_vec()).await.unwrap(), digest);
        assert_eq!(files.get(digest).await.unwrap().unwrap(), b"minutes");
        assert_eq!(files.get(Digest::of("other")).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_file_that_changed_on_disk_is_never_served() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let digest = files.put(b"minutes".to_vec()).await.unwrap();
        let name = digest.to_string();
        std::fs::write(folder.path().join(&name[..2]).join(&name[2..]), "forged").unwrap();
        assert!(files.get(digest).await.is_err());
        let streamed = files.stream(digest).await.unwrap().unwrap();
        assert!(streamed.try_collect::<Vec<Bytes>>().await.is_err());
    }

    #[tokio::test]
    async fn a_large_file_streams_in_and_out() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(&folder.path().join("files")).unwrap();
        let bytes: Vec<u8> = (0..30_000_000_u32).map(|n| (n / 7) as u8).collect();
        std::fs::write(folder.path().join("large"), &bytes).unwrap();
        let file = std::fs::File::open(folder.path().join("large")).unwrap();
        files.put_file(file, Digest::of(&bytes)).await.unwrap();
        let streamed = files.stream(Digest::of(&bytes)).await.unwrap().unwrap();
        let chunks: Vec<Bytes> = streamed.try_collect().await.unwrap();
        assert!(chunks.len() > 1 && chunks.concat() == bytes);
        assert!(files.stream(Digest::of("other")).await.unwrap().is_none());
    }
}

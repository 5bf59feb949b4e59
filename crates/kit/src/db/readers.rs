//! SQLite's reading connections. Like a pool of the driver, but for a local file: a connection
//! that was open a moment ago is not asked whether it still is, which would cost as much as a query.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Result;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Connections that read at the same time.
const READERS: usize = 8;
/// How long a page waits for one before it is told that there is none.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone, Debug)]
pub(super) struct Readers(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    options: SqliteConnectOptions,
    idle: Mutex<Vec<SqliteConnection>>,
    places: Arc<Semaphore>,
}

/// A reading connection; dropped, it is the next one's.
#[derive(Debug)]
pub(super) struct Reader {
    /// `None` only while it is being given back.
    connection: Option<SqliteConnection>,
    readers: Readers,
    _place: OwnedSemaphorePermit,
}

impl Readers {
    /// Opens the first connection at once, so that a file that cannot be read is noticed.
    pub(super) async fn open(options: SqliteConnectOptions) -> Result<Readers> {
        let first = options.connect().await?;
        Ok(Readers(Arc::new(Shared {
            options,
            idle: Mutex::new(vec![first]),
            places: Arc::new(Semaphore::new(READERS)),
        })))
    }

    /// A connection, as soon as there is one.
    pub(super) async fn acquire(&self) -> Result<Reader> {
        let place = tokio::time::timeout(PATIENCE, self.0.places.clone().acquire_owned())
            .await
            .map_err(|_| sqlx::Error::PoolTimedOut)?
            .map_err(|_| sqlx::Error::PoolClosed)?;
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.extra().await?,
        };
        Ok(Reader {
            connection: Some(connection),
            readers: self.clone(),
            _place: place,
        })
    }

    /// A connection of its own, for what holds one for long.
    pub(super) async fn extra(&self) -> Result<SqliteConnection> {
        Ok(self.0.options.connect().await?)
    }

    /// Waits until everybody has read to the end and closes the connections.
    pub(super) async fn close(&self) {
        // It fails where somebody has closed them before.
        let _all = self.0.places.acquire_many(READERS as u32).await;
        self.0.places.close();
        let idle = std::mem::take(&mut *self.idle());
        for connection in idle {
            // Whatever it says, there is nothing to lose: nobody writes here.
            let _ = connection.close().await;
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<SqliteConnection>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.readers.idle().extend(self.connection.take());
    }
}

impl Deref for Reader {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        self.connection.as_ref().expect(HELD)
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        self.connection.as_mut().expect(HELD)
    }
}

const HELD: &str = "a reader holds its connection until it is dropped";

//! SQLite: many readers, one writer.
//!
//! The writer takes whatever units of work are waiting and writes them with one durable
//! commit, each behind its own savepoint, so that a unit that fails is rolled back alone
//! while its neighbours stand. Under load the price of one fsync is shared by dozens.
//!
//! Every statement is a message to the thread that holds the connection, and under load the
//! messages cost more than the work. So the savepoint is one, which each unit moves when it first
//! writes, and rows about which nobody asks go with the next message.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use sqlx::error::DatabaseError;
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteError, SqliteJournalMode,
    SqliteSynchronous,
};
use sqlx::{Arguments, AssertSqlSafe, ConnectOptions, Connection, Executor, SqlSafeStr};
use tokio::sync::{mpsc, oneshot};

use super::conn::{Conn, Inner};
use super::insert::{self, Insert};
use super::readers::Readers;
use super::sql::{Args, Value};
use super::unit::{Answer, Unit, Verdict};

/// How many units of work may share one commit.
const GROUP: usize = 256;
/// How many may wait before the next one has to wait for a place.
const QUEUE: usize = 4096;

#[derive(Clone, Debug)]
pub(super) struct Sqlite {
    readers: Readers,
    queue: mpsc::Sender<(Unit, Answer)>,
}

impl Sqlite {
    pub(super) async fn open(file: &Path, migrations: &sqlx::migrate::Migrator) -> Result<Sqlite> {
        let mut writer = options(file)?.create_if_missing(true).connect().await?;
        migrations
            .run(&mut writer)
            .await
            .context("failed to migrate")?;
        let readers = Readers::open(options(file)?.pragma("query_only", "on")).await?;
        let (queue, waiting) = mpsc::channel(QUEUE);
        tokio::spawn(write_in_groups(writer, waiting));
        Ok(Sqlite { readers, queue })
    }

    pub(super) async fn read(&self) -> Result<Conn> {
        Ok(Inner::SqliteReader(self.readers.acquire().await?).into())
    }

    pub(super) async fn snapshot(&self) -> Result<Conn> {
        // A connection of its own, closed afterwards: nobody else gets one with an open transaction.
        let mut connection = self.readers.extra().await?;
        connection.execute("BEGIN").await?;
        connection
            .execute("SELECT count(*) FROM sqlite_schema")
            .await?;
        Ok(Inner::SqliteSnapshot(connection).into())
    }

    pub(super) async fn write(&self, unit: Unit) -> Result<()> {
        let (answer, fate) = oneshot::channel();
        let gone = || anyhow!("the writer has stopped");
        self.queue.send((unit, answer)).await.map_err(|_| gone())?;
        fate.await.map_err(|_| gone())?
    }

    pub(super) async fn backup_to(&self, file: &Path) -> Result<()> {
        let mut connection = self.readers.extra().await?;
        connection.execute("PRAGMA query_only = off").await?;
        sqlx::query("VACUUM INTO $1")
            .bind(file.to_string_lossy().into_owned())
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        Ok(())
    }

    pub(super) async fn close(&self) {
        self.readers.close().await;
    }
}

/// Whether SQLite could not get at its file; `None` for what another database says.
pub(super) fn is_unavailable(error: &dyn DatabaseError) -> Option<bool> {
    let code: i32 = error
        .try_downcast_ref::<SqliteError>()?
        .code()?
        .parse()
        .ok()?;
    // The lowest byte of an extended code: BUSY 5, IOERR 10 (a limit or a broken disk), FULL 13, CANTOPEN 14.
    Some([5, 10, 13, 14].contains(&(code & 0xff)))
}

fn options(file: &Path) -> Result<SqliteConnectOptions> {
    Ok(SqliteConnectOptions::from_str("sqlite:")?
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .foreign_keys(true)
        .statement_cache_capacity(300))
}

async fn write_in_groups(
    mut connection: SqliteConnection,
    mut waiting: mpsc::Receiver<(Unit, Answer)>,
) {
    let mut group = Vec::new();
    while waiting.recv_many(&mut group, GROUP).await > 0 {
        connection = write_group(connection, std::mem::take(&mut group)).await;
    }
    // Nobody can ask any more; a failure to say goodbye changes nothing that is on disk.
    let _ = connection.close().await;
}

/// Begins a transaction with a savepoint behind everything that is kept.
const BEGIN: &str = "BEGIN IMMEDIATE; SAVEPOINT unit";
/// Keeps what came before, and sets the savepoint behind it.
const APART: &str = "RELEASE unit; SAVEPOINT unit";
const UNDO: &str = "ROLLBACK TO unit";

/// Writes a group with one commit and answers each unit.
async fn write_group(connection: SqliteConnection, group: Vec<(Unit, Answer)>) -> SqliteConnection {
    let mut conn = Conn::from(Inner::SqliteWriter(connection));
    let mut written = Vec::with_capacity(group.len());
    let mut broken = execute(&mut conn, BEGIN).await.err();
    for (unit, answer) in group {
        if broken.is_none() {
            (conn, broken) = write_one(conn, unit).await;
        }
        written.push(answer);
    }
    let fate = match broken {
        None => execute(&mut conn, "COMMIT").await,
        Some(error) => Err(error),
    };
    if fate.is_err() {
        // SQLite may have rolled back by itself (a full disk); then this says so and is harmless.
        let _ = execute(&mut conn, "ROLLBACK").await;
    }
    answer_all(written, fate);
    match conn.inner {
        Inner::SqliteWriter(connection) => connection,
        _ => unreachable!("a unit of work gives back the connection it was given"),
    }
}

/// Runs one unit; it moves the savepoint when it first writes. The error is about the
/// transaction, not about the unit.
async fn write_one(conn: Conn, unit: Unit) -> (Conn, Option<anyhow::Error>) {
    let (mut conn, verdict) = unit(conn).await;
    conn.waiting.clear();
    let begun = std::mem::take(&mut conn.begun);
    if verdict == Verdict::Keep || !begun {
        return (conn, None);
    }
    let undone = execute(&mut conn, UNDO).await;
    let broken = undone.err().map(|error| anyhow::Error::new(GivenUp(error)));
    (conn, broken)
}

/// Begins a unit of work.
pub(super) async fn begin(connection: &mut SqliteConnection) -> Result<()> {
    sqlx::query(APART).execute(connection).await?;
    Ok(())
}

/// Inserts rows of several tables with one message, which begins the unit if it has not begun.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    inserts: Vec<Insert>,
    begun: bool,
) -> Result<u64> {
    let is_usual = insert::is_usual(&inserts);
    let mut text = insert::sqlite_text(&inserts);
    if !begun {
        text = format!("{APART}; {text}");
    }
    // Safe: the text is made of static parts and placeholders only.
    let text = AssertSqlSafe(text).into_sql_str();
    let done = sqlx::query_with(text, bind(insert::arguments(inserts))?)
        .persistent(is_usual)
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}

pub(super) fn bind(args: Args) -> Result<SqliteArguments> {
    let mut bound = SqliteArguments::default();
    for value in args {
        match value {
            Value::Text(v) => bound.add(v),
            Value::Int(v) => bound.add(v),
            Value::Bytes(v) => bound.add(v),
            Value::Bool(v) => bound.add(v),
        }
        .map_err(anyhow::Error::from_boxed)?;
    }
    Ok(bound)
}

/// A disk that is full or broken makes SQLite roll back the whole transaction by itself; what is
/// noticed is that the savepoint of the unit is gone, and its neighbours with it.
#[derive(Debug, thiserror::Error)]
#[error("SQLite gave up the transaction")]
pub(super) struct GivenUp(#[source] anyhow::Error);

/// Every unit of a group hears why the group was not committed, with its whole cause: whether it
/// is worth trying again follows from that.
#[derive(Clone, Debug)]
struct NotCommitted(Arc<anyhow::Error>);

impl std::fmt::Display for NotCommitted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("failed to commit")
    }
}

impl std::error::Error for NotCommitted {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let cause: &(dyn std::error::Error + Send + Sync + 'static) = (*self.0).as_ref();
        Some(cause)
    }
}

fn answer_all(answers: Vec<Answer>, fate: Result<()>) {
    match fate {
        Ok(()) => answers
            .into_iter()
            .for_each(|answer| drop(answer.send(Ok(())))),
        Err(error) => {
            let shared = Arc::new(error);
            for answer in answers {
                let error = anyhow::Error::new(NotCommitted(shared.clone()));
                drop(answer.send(Err(error)));
            }
        }
    }
}

async fn execute(conn: &mut Conn, text: &'static str) -> Result<()> {
    if let Inner::SqliteWriter(connection) = &mut conn.inner {
        sqlx::query(text).execute(connection).await?;
    }
    Ok(())
}

//! A unit of work as the drivers see it: something to run on a writing connection,
//! to be kept or undone, and to be answered once its fate is durable.

use anyhow::Result;
use futures_util::future::BoxFuture;

use super::Conn;

/// Did the unit succeed, or must what it wrote be taken back?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Keep,
    Undo,
}

/// Runs on the connection it is given and gives it back with its verdict.
pub(crate) type Unit = Box<dyn FnOnce(Conn) -> BoxFuture<'static, (Conn, Verdict)> + Send>;

/// Told when the fate of the unit is durable.
pub(super) type Answer = tokio::sync::oneshot::Sender<Result<()>>;

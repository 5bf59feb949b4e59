//! Typesetting in a child process, whose memory goes with it when it ends.

use std::process::ExitCode;

use anyhow::{Context, Result};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde_json::Value;

/// Typesets in a child of this program.
#[derive(Debug)]
pub(crate) struct InAChild;

impl app::Typesetter for InAChild {
    fn typeset(&self, request: Value) -> BoxFuture<'static, Result<Vec<u8>>> {
        async move {
            let input: render::Typeset =
                serde_json::from_value(request).context("the document to typeset")?;
            let program = std::env::current_exe().context("the program itself")?;
            let child = move || render::render_in_child(&program, &input);
            Ok(tokio::task::spawn_blocking(child).await??)
        }
        .boxed()
    }
}

/// `countersign typeset`: what the child does.
pub(crate) fn run() -> Result<ExitCode> {
    Ok(render::typeset_stdin())
}

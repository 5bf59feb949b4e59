//! The pages of packs, and `/verify` for everybody.

mod packs;
mod reasons;
mod verify;

use crate::shell::Routes;

pub(super) use packs::{READERS, download, find};

pub(super) fn routes() -> Routes {
    packs::routes().and(verify::routes())
}

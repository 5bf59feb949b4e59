//! The mathematics of a transparency log: trees, tiles, notes, checkpoints and proofs.
//!
//! One module per specification, each pure: no files, no network, no clock, no randomness, no async.
//! Leaves become a [`merkle`] tree (RFC 6962), the tree is kept in [`tile`]s (C2SP tlog-tiles), its root is
//! stated in a [`checkpoint`] (C2SP tlog-checkpoint) which is a signed [`note`] (C2SP signed-note), and a
//! [`proof`] ties a leaf or an older tree to that root. A [`tlog_proof`] lets one record travel alone.
//!
//! Whatever is parsed here may come from an enemy: parsing is strict and never panics, every refusal has a name.
#![deny(missing_docs)]

pub mod checkpoint;
mod decimal;
pub mod hash;
pub mod merkle;
pub mod node;
pub mod note;
pub mod proof;
pub mod tile;
pub mod tlog_proof;

pub use checkpoint::Checkpoint;
pub use hash::Hash;
pub use merkle::{Frontier, TreeHead, empty_root, leaf_hash, node_hash, root_of};
pub use node::{HashReader, MissingHash, Node};
pub use note::{Signer, Verifier};
pub use proof::{prove_consistency, prove_inclusion, verify_consistency, verify_inclusion};
pub use tile::{EdgeTree, Tile, TileId, TileMap};
pub use tlog_proof::TlogProof;

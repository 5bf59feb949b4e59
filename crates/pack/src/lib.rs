//! Evidence packs: one file that holds everything in scope and that anybody can check offline.
//!
//! [`write`](mod@write) streams a pack, [`container`] reads one from a ZIP or a folder without trusting it,
//! [`verify`] checks it step by step and reports [`finding`]s and [`grade`]s, [`report`] prints them.
//! What an auditor trusts comes from their own file ([`trust`]), never from the pack.
//!
//! Nothing here asks for the time, for chance or for the network. A pack is what an enemy hands to an auditor:
//! names and sizes are checked before content, nothing is unpacked, no input panics.
#![deny(missing_docs)]

pub mod container;
pub mod finding;
pub mod grade;
pub mod layout;
pub mod manifest;
pub mod path;
pub mod report;
pub mod trust;
pub mod verify;
pub mod write;

//! Answering HTTP: problems, input that is checked before anybody reads it, and the headers
//! that every answer carries.

mod guard;
mod input;
mod kept;
mod network;
mod problem;
mod refusal;
mod upload;

pub use guard::{Headers, refuse_strange_addresses, seal};
pub use input::{Form, Json, Query};
pub use kept::{file, id};
pub use network::Network;
pub use problem::{Answer, Problem};
pub use refusal::{Refusal, in_words};
pub use upload::{Upload, UploadedFile};

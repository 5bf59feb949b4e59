//! Publishing a statement to everybody.

use kit::Act;

use crate::assignments;
use crate::documents::{self, CannotPublish, NewPublication, PublicationId};

/// Publishes, and asks everybody to acknowledge, in one unit of work.
pub async fn publish(act: &mut Act, new: NewPublication) -> Result<PublicationId, CannotPublish> {
    let publication = documents::publish(act, new).await?;
    assignments::assign_audience(act, publication).await?;
    Ok(publication)
}

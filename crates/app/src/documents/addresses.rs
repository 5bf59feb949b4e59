//! Where documents are found. Letters, lists and other slices lead to pages without knowing
//! which kind a document is: another kind is one more arm here.

use super::{DocumentId, DocumentKind, Publication, PublicationId, RequestId};

impl DocumentKind {
    /// The page that lists the documents of this kind; the addresses of each begin with it.
    pub fn address(self) -> &'static str {
        match self {
            DocumentKind::Statement => "/statements",
            DocumentKind::SecurityPolicy
            | DocumentKind::TopicPolicy
            | DocumentKind::Guideline
            | DocumentKind::ApprovalMatrix => "/policies",
        }
    }

    /// The page of one document, with everything that was.
    pub fn address_of(self, document: DocumentId) -> String {
        format!("{}/{document}", self.address())
    }

    pub fn version_address(self, document: DocumentId, version: i64) -> String {
        format!("{}/versions/{version}", self.address_of(document))
    }

    /// The text as everybody reads it.
    pub fn publication_address(self, document: DocumentId, publication: PublicationId) -> String {
        format!("{}/publications/{publication}", self.address_of(document))
    }
}

impl Publication {
    pub fn address(&self) -> String {
        self.kind.publication_address(self.document, self.id)
    }
}

impl RequestId {
    /// Where the signatory reads and signs, declines or asks, whatever the kind.
    pub fn address(self) -> String {
        format!("/signatures/{self}")
    }

    pub fn receipt_address(self) -> String {
        format!("/signatures/{self}/receipt")
    }
}

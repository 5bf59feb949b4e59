//! Letters, from the verb that tells to the mail server.

mod letters;

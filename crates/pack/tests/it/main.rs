//! Whole packs: genuine ones, attacked ones, damaged ones.

mod acme;
mod attacks;
mod authenticator;
mod containers;
mod every_byte;
mod genuine;
mod recipe;

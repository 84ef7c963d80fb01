//! `service!` as its users see it: what it makes, where it works, and how it refuses.

mod behaviour;
mod hygiene;
mod snapshots;
mod ui;

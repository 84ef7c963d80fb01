//! `service!` as its users see it: what it makes, where it works, and how it refuses.

mod behaviour;
mod hygiene;
mod resources;
mod sample;
mod snapshots;
mod ui;

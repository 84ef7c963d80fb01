//! `service!` as its users see it: what it makes, where it works, and how it refuses.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod behaviour;
mod derives;
mod hygiene;
mod resources;
mod resources_by_hand;
mod sample;
mod snapshots;
mod ui;

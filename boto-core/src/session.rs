//! Stand-in.
/// Session.
#[derive(Clone, Debug, Default)]
pub struct Session {}

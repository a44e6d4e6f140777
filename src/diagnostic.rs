//! Problems a user can cause.

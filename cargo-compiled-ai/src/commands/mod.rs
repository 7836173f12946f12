//! One file a command.

pub(crate) mod audit;
pub(crate) mod check;
pub(crate) mod compile;
pub(crate) mod doctor;
pub(crate) mod expand;
pub(crate) mod explain;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod plan;
mod progress;
pub(crate) mod review;
pub(crate) mod sign;
mod signature;
pub(crate) mod stats;
mod toolchain;
pub(crate) mod verify;
